"""The command line: what a user types.  Each command's work is in a module of its own, which is
imported only when the command is run, so that `--version` and the health check stay light; what is
typed about stories and alerts is in `desk`.

Exit codes: 0 fine, 1 found something wrong, 2 misuse.  What is wrong goes to standard error.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tocsin import __version__
from tocsin.cli import desk
from tocsin.cli.options import AsJson, ConfigPath, FeedId, RuleId
from tocsin.core.errors import ConfigError, TocsinError
from tocsin.core.wording import count

app = typer.Typer(
    help="Watches news feeds and rings once per story.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
config_app = typer.Typer(help="The configuration as understood.", no_args_is_help=True)
rules_app = typer.Typer(help="The watchlist's rules.", no_args_is_help=True)
app.add_typer(config_app, name="config")
feeds_app = typer.Typer(help="The feeds that are watched.", no_args_is_help=True)
app.add_typer(feeds_app, name="feeds")
app.add_typer(rules_app, name="rules")
app.add_typer(desk.stories_app, name="stories")
app.add_typer(desk.alerts_app, name="alerts")
app.add_typer(desk.silence_app, name="silence")
app.add_typer(desk.notify_app, name="notify")


def main() -> None:
    """The program: an error of ours is said in its own words, without a traceback."""
    try:
        app()
    except TocsinError as error:
        typer.echo(str(error), err=True)
        if isinstance(error, ConfigError):
            typer.echo(f"{count(len(error.problems), 'problem')} found", err=True)
        sys.exit(1)
    except KeyboardInterrupt:  # before typer listens to it
        sys.exit(130)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tocsin {__version__}")
        raise typer.Exit


@app.callback()
def tocsin(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Watches news feeds and rings once per story."""


@app.command()
def run(
    config: ConfigPath = None,
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="With --once: print instead of sending; keep nothing."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --once: print JSON.")] = False,
) -> None:
    """Watch the feeds and ring once per story."""
    from tocsin.cli.run import run_daemon, run_one_round

    if once:
        run_one_round(config, dry=dry_run, as_json=as_json)
    elif dry_run or as_json:
        raise typer.BadParameter("--dry-run and --json need --once")
    else:
        run_daemon(config)


@app.command()
def demo() -> None:
    """Watch a day of news from seven outlets on this machine, in half a minute."""
    from tocsin.cli.demo import show_demo

    show_demo()


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where to write it.")] = Path(),
) -> None:
    """Write a commented configuration that passes `check`."""
    from tocsin.cli.init import write_samples

    write_samples(folder)


@app.command()
def check(
    config: ConfigPath = None,
    online: Annotated[
        bool, typer.Option("--online", help="Ask each feed once and greet each channel, too.")
    ] = False,
) -> None:
    """Say what is wrong with the configuration, or what it will do."""
    from tocsin.cli.check import check_config

    check_config(config, online=online)


@app.command()
def healthcheck(config: ConfigPath = None) -> None:
    """Exit with 0 if the daemon on this store is well, else with 1."""
    from tocsin.cli.health import check_health

    check_health(config)


@app.command()
def explain(
    subject: Annotated[
        str, typer.Argument(metavar="URL|FILE|ID", help="A page, a text file, or an article's id.")
    ],
    rule: Annotated[str | None, typer.Option("--rule", help="Only this rule.")] = None,
    config: ConfigPath = None,
) -> None:
    """Say why an article matches the rules, or does not, and where it was grouped."""
    from tocsin.cli.explain import explain_subject

    explain_subject(config, subject, rule)


@config_app.command("show")
def config_show(config: ConfigPath = None) -> None:
    """Print the configuration with every default, secrets hidden."""
    from tocsin.cli.check import show_config

    show_config(config)


@feeds_app.command("list")
def feeds_list(
    failing: Annotated[
        bool, typer.Option("--failing", help="Only those that are not well.")
    ] = False,
    config: ConfigPath = None,
    as_json: AsJson = False,
) -> None:
    """List the feeds: how each is, when it is asked next, what it has brought."""
    from tocsin.cli.feeds import list_feeds

    list_feeds(config, failing=failing, as_json=as_json)


@feeds_app.command("show")
def feeds_show(feed: FeedId, config: ConfigPath = None, as_json: AsJson = False) -> None:
    """Print all that is known of a feed."""
    from tocsin.cli.feeds import show_feed

    show_feed(config, feed, as_json=as_json)


@feeds_app.command("add")
def feeds_add(
    site: Annotated[str, typer.Argument(metavar="SITE", help="A site's address, or a feed's.")],
    outlet: Annotated[str, typer.Option(help="Whose feed it is; else its host.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="A tag; may be given again.")] = None,
    every: Annotated[str, typer.Option(help="How often to ask it (10m); else by its habit.")] = "",
    config: ConfigPath = None,
) -> None:
    """Find the feed of a site, and write it into the configuration."""
    from tocsin.cli.sources import add_feed
    from tocsin.core.duration import parse_duration

    try:
        parse_duration(every or "1h")
    except ValueError as error:
        raise typer.BadParameter(f"--every: {error}") from None
    add_feed(config, site, {"outlet": outlet, "tags": tag or (), "every": every})


@feeds_app.command("import")
def feeds_import(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file.")],
    config: ConfigPath = None,
) -> None:
    """Write the feeds of an OPML file that are not watched yet into the configuration."""
    from tocsin.cli.sources import import_opml

    import_opml(config, file)


@feeds_app.command("export")
def feeds_export(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Else to the screen.")] = None,
    config: ConfigPath = None,
) -> None:
    """Write the feeds as OPML, for another reader."""
    from tocsin.cli.sources import export_opml

    export_opml(config, file)


@rules_app.command("list")
def rules_list(config: ConfigPath = None, as_json: AsJson = False) -> None:
    """List the rules, with the matches of each in the store."""
    from tocsin.cli.rules import list_rules

    list_rules(config, as_json=as_json)


@rules_app.command("show")
def rules_show(rule: RuleId, config: ConfigPath = None) -> None:
    """Print a rule with its word forms and aliases."""
    from tocsin.cli.rules import show_rule

    show_rule(config, rule)


@rules_app.command("test")
def rules_test(config: ConfigPath = None) -> None:
    """Run the examples that stand in the rules."""
    from tocsin.cli.rules import test_rules

    test_rules(config)


@rules_app.command("apply")
def rules_apply(rule: RuleId, config: ConfigPath = None) -> None:
    """Alert on the open stories that a rule matches."""
    from tocsin.cli.rules import apply_rule

    apply_rule(config, rule)
