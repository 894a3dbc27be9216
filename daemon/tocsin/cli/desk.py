"""What is typed about what was grouped and told: stories, alerts, silences, channels.

As in the rest of the command line each command's work is imported only when it is run.
"""

from typing import Annotated

import typer

from tocsin.cli.options import AsJson, ConfigPath, StoryId, number

stories_app = typer.Typer(help="What was grouped, and why.", no_args_is_help=True)
alerts_app = typer.Typer(help="Who was told of what, and why.", no_args_is_help=True)
silence_app = typer.Typer(help="What to hear nothing of, until when.", no_args_is_help=True)
notify_app = typer.Typer(help="The channels that alerts go to.", no_args_is_help=True)


@notify_app.command("test")
def notify_test(
    channel: Annotated[
        str | None, typer.Argument(metavar="CHANNEL", help="Only this one, by its name.")
    ] = None,
    config: ConfigPath = None,
) -> None:
    """Send a sample alert, then its update, and say what each channel answered."""
    from tocsin.cli.notify import send_samples

    send_samples(config, channel)


@stories_app.command("list")
def stories_list(
    limit: Annotated[int, typer.Option(help="How many, newest first.")] = 20,
    watched: Annotated[bool, typer.Option("--watched", help="Only those that a rule matches.")] = (
        False
    ),
    config: ConfigPath = None,
    as_json: AsJson = False,
) -> None:
    """List the newest stories."""
    from tocsin.cli.stories import list_stories

    list_stories(config, limit=limit, watched=watched, as_json=as_json)


@stories_app.command("show")
def stories_show(story: StoryId, config: ConfigPath = None, as_json: AsJson = False) -> None:
    """Print a story's articles, and why each of them is in it."""
    from tocsin.cli.stories import show_story

    show_story(config, story, as_json=as_json)


@stories_app.command("split")
def stories_split(
    story: StoryId,
    articles: Annotated[
        list[int], typer.Argument(parser=number, metavar="ARTICLE…", help="What to take out.")
    ],
    config: ConfigPath = None,
) -> None:
    """Take articles out of a story into a new one, for good."""
    from tocsin.cli.stories import split_story

    split_story(config, story, articles)


@stories_app.command("merge")
def stories_merge(story: StoryId, other: StoryId, config: ConfigPath = None) -> None:
    """Put two stories together, for good; the older one keeps its alert."""
    from tocsin.cli.stories import merge_stories

    merge_stories(config, story, other)


@alerts_app.command("list")
def alerts_list(  # noqa: PLR0913  (a command's options)
    channel: Annotated[str | None, typer.Option(help="Only on this channel.")] = None,
    dead: Annotated[bool, typer.Option("--dead", help="Only what was given up.")] = False,
    since: Annotated[str | None, typer.Option(help="Only what stirred since: 2h, 7d.")] = None,
    limit: Annotated[int, typer.Option(help="How many, newest first.")] = 50,
    config: ConfigPath = None,
    as_json: AsJson = False,
) -> None:
    """List the newest alerts, and how each stands on each channel."""
    from tocsin.cli.alerts import list_alerts
    from tocsin.store.alerts import Wanted

    wanted = Wanted(channel=channel, dead=dead, limit=limit)
    list_alerts(config, wanted, since=since, as_json=as_json)


@alerts_app.command("show")
def alerts_show(alert: StoryId, config: ConfigPath = None, as_json: AsJson = False) -> None:
    """Print an alert's coverage, why it matched, and all that was tried and decided."""
    from tocsin.cli.alerts import show_alert

    show_alert(config, alert, as_json=as_json)


@alerts_app.command("resend")
def alerts_resend(
    alert: Annotated[
        int | None, typer.Argument(parser=number, metavar="STORY", help="A story's number.")
    ] = None,
    dead: Annotated[bool, typer.Option("--dead", help="All that was given up.")] = False,
    channel: Annotated[str | None, typer.Option(help="Only on this channel.")] = None,
    config: ConfigPath = None,
) -> None:
    """Send an alert once more, now, where it was told or given up; or all that was given up."""
    from tocsin.cli.resending import resend_alert, resend_dead

    if (alert is None) != dead:
        raise typer.BadParameter("name one alert, or --dead for all that was given up")
    if alert is None:
        resend_dead(config, channel)
    else:
        resend_alert(config, alert, channel)


@silence_app.command("add")
def silence_add(  # noqa: PLR0913  (a command's options)
    rule: Annotated[str | None, typer.Option(help="Nothing of this rule's matches.")] = None,
    feed: Annotated[str | None, typer.Option(help="Nothing of this feed's articles.")] = None,
    story: Annotated[int | None, typer.Option(parser=number, help="Nothing of this story.")] = None,
    length: Annotated[str | None, typer.Option("--for", help="How long: 90m, 4h, 2d.")] = None,
    until: Annotated[str | None, typer.Option(help="Until when: 2026-12-01T08:00.")] = None,
    comment: Annotated[str, typer.Option("--comment", "-m", help="Why.")] = "",
    config: ConfigPath = None,
) -> None:
    """Hear nothing of a rule, a feed or a story for a while; a running daemon keeps to it."""
    from tocsin.cli.silence import Wish, add_silence

    wish = Wish(rule=rule, feed=feed, story=story, length=length, until=until, comment=comment)
    add_silence(config, wish)


@silence_app.command("list")
def silence_list(
    past: Annotated[bool, typer.Option("--all", help="Also those that have ended.")] = False,
    config: ConfigPath = None,
    as_json: AsJson = False,
) -> None:
    """List the silences, with what each holds back."""
    from tocsin.cli.silence import list_silences

    list_silences(config, past=past, as_json=as_json)


@silence_app.command("expire")
def silence_expire(
    silence: Annotated[
        int, typer.Argument(parser=number, metavar="ID", help="The silence's number.")
    ],
    config: ConfigPath = None,
) -> None:
    """End a silence now; what it held back can be told again."""
    from tocsin.cli.silence import expire_silence

    expire_silence(config, silence)
