"""When an article counts as reported: feeds lie about it (years 1770 and 2099 were seen)."""

from datetime import datetime, timedelta

from tocsin.core.model import Article


def time_of(article: Article, window: timedelta) -> datetime:
    """`published` where it is plausible, else `first_seen`.

    Plausible is what is neither after we saw it nor older than *window* then.
    """
    published, seen = article.published, article.first_seen
    return published if published and seen - window <= published <= seen else seen
