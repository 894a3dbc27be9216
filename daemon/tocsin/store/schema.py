"""The tables: what must outlive the process.

Rows are the truth, tasks are only wake-ups: each stage is a status and a lease, so that whatever a
crash leaves behind is picked up again.
The migrations in ``migrations/versions`` make these tables; a test holds the two together.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from tocsin.store.columns import Duration, Instant, Json, PackedText, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What we know of a feed beyond the configuration, under the id that it has there.  `moved_to` is
# where it has permanently redirected us `moved_times` times; `ttl` and `skip_hours` are its own
# wishes; `usual_gap` lies between its entries, `gaps` polls found none that was known; `health` is
# what the operator was told of it last, since `health_since`; `why` it is next polled when it is.
# `fingerprints` are those of the entries in its last answer (see `ParsedFeed`).
feeds = Table(
    "feeds",
    metadata,
    Column("id", Text, primary_key=True),
    Column("url", Words, nullable=False),
    Column("title", Words, nullable=False, default=""),
    Column("etag", Words, nullable=False, default=""),
    Column("last_modified", Words, nullable=False, default=""),
    Column("body_hash", Text, nullable=False, default=""),
    Column("fingerprints", LargeBinary, nullable=False, default=b""),
    Column("next_fetch_at", Instant, nullable=False, index=True),
    Column("leased_until", Instant),
    Column("interval", Duration),
    Column("baseline_at", Instant),
    Column("full_get_at", Instant),
    Column("last_ok_at", Instant),
    Column("last_new_at", Instant),
    Column("failing_since", Instant),
    Column("failures", Integer, nullable=False, default=0),
    Column("last_error", Words, nullable=False, default=""),
    Column("moved_to", Words, nullable=False, default=""),
    Column("moved_times", Integer, nullable=False, default=0),
    Column("ttl", Duration),
    Column("skip_hours", Json, nullable=False, default=list),
    Column("usual_gap", Duration),
    Column("gaps", Integer, nullable=False, default=0),
    Column("health", Text, nullable=False, default="FINE"),
    Column("health_since", Instant),
    Column("why", Text, nullable=False, default=""),
)

# A row a name under which a feed has shown us an entry: guid, canonical address, title, the hash of
# its words.  Further names of one entry are rows that are `same_as` it.  `said` changes with what
# the entry says; `own_page` unless its link is other entries' link too.
# status: baseline | new | read | known | quarantined.  `entry` holds the feed's words until it is
# read, or read again (at `reread_at`; it was `rereads` times).
entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed_id", Text, ForeignKey("feeds.id"), nullable=False),
    Column("guid", Words, nullable=False),
    Column("address", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("hash", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("same_as", Integer, ForeignKey("entries.id")),
    Column("own_page", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("leased_until", Instant),
    Column("first_seen", Instant, nullable=False),
    Column("entry", Json),
    Column("article_id", Integer, ForeignKey("articles.id")),
    Column("reread_at", Instant, index=True),
    Column("rereads", Integer, nullable=False, default=0),
    Index("ix_entries_feed_guid", "feed_id", "guid"),
    Index("ix_entries_feed_address", "feed_id", "address"),
    Index("ix_entries_feed_title", "feed_id", "title"),
    Index("ix_entries_feed_hash", "feed_id", "hash"),
    Index("ix_entries_status", "status", "leased_until"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed_id", Text, nullable=False),
    Column("outlet", Words, nullable=False),
    Column("url", Words, nullable=False),
    Column("address", Words, nullable=False, index=True),
    Column("hash", Text, nullable=False, index=True),
    Column("title", Words, nullable=False),
    Column("text", PackedText, nullable=False),
    Column("lang", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("tags", Json, nullable=False),
    Column("published", Instant),
    Column("first_seen", Instant, nullable=False, index=True),
    Column("summary_only", Text, nullable=False),
    Column("story_id", Integer, ForeignKey("stories.id"), nullable=False, index=True),
    Column("independent", Integer, nullable=False),
    Column("placement", Json, nullable=False),
    Column("facts", Json),
)

# `revision` grows with each article or match; `watched_at` is when an article of it first matched;
# `follows` is the ended story that it carries on, `split_from` the one that a person took it out
# of; a merged story is empty.
stories = Table(
    "stories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("opened_at", Instant, nullable=False),
    Column("last_independent_at", Instant, nullable=False),
    Column("watched_at", Instant),
    Column("revision", Integer, nullable=False),
    Column("follows", Integer, ForeignKey("stories.id")),
    Column("split_from", Integer, ForeignKey("stories.id")),
    Column("merged_into", Integer, ForeignKey("stories.id")),
    sqlite_autoincrement=True,
)

matches = Table(
    "matches",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("rule_id", Text, primary_key=True),
    Column("rule_hash", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("relevance", Integer, nullable=False),
    Column("match", Json, nullable=False),
)

# One row per (story, channel, recipient).  status: due | sending | told | dead.  `since` is when it
# last came to have something to tell, `why` the last decision's reason.  What is being sent is
# frozen before: alone in `payload`, or with others in a bulletin.  `telling` is what they will then
# know, `told` and `receipt` what the last message said.  `arrives_by` is when the last try that may
# have been taken has arrived if it ever does: from then on the channel is asked for it.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story_id", Integer, ForeignKey("stories.id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("due_at", Instant),
    Column("why", Text, nullable=False, default=""),
    Column("leased_until", Instant),
    Column("bulletin_id", Integer, ForeignKey("bulletins.id"), index=True),
    Column("payload", Json),
    Column("telling", Json),
    Column("told", Json),
    Column("receipt", Json),
    Column("tries", Integer, nullable=False, default=0),
    Column("first_try_at", Instant),
    Column("arrives_by", Instant),
    UniqueConstraint("story_id", "channel", "recipient"),
    Index("ix_outbox_due", "channel", "status", "due_at"),
)

# Several stories, or a word on the service itself, in one message, which is frozen from the start.
# status: sending | told | dead; `error` is why the last try did not work.
bulletins = Table(
    "bulletins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("channel", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("due_at", Instant),
    Column("leased_until", Instant),
    Column("payload", Json, nullable=False),
    Column("receipt", Json),
    Column("tries", Integer, nullable=False, default=0),
    Column("first_try_at", Instant, nullable=False),
    Column("arrives_by", Instant),
    Column("told_at", Instant, index=True),
    Column("error", Words, nullable=False, default=""),
    Index("ix_bulletins_due", "channel", "status", "due_at"),
)

# The ledger: one row for every try and every decision to stay silent.
attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("outbox_id", Integer, ForeignKey("outbox.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False, index=True),
    Column("outcome", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("detail", Words, nullable=False, default=""),
    Column("reference", Text, nullable=False, default=""),
)

# Words on the service itself, once per key; settled once the operator's message holds them.
notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Words, nullable=False, unique=True),
    Column("title", Words, nullable=False),
    Column("lines", Json, nullable=False),
    Column("posted_at", Instant, nullable=False),
    Column("settled_at", Instant, index=True),
)

# Until when nothing is told of a rule, a feed or a story; an ended one stays, for who asks why.
silences = Table(
    "silences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("feed", Text, nullable=False),
    Column("story", Integer),
    Column("until", Instant, nullable=False, index=True),
    Column("comment", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("created", Instant, nullable=False),
    sqlite_autoincrement=True,
)

# Small facts under a name: the live word frequencies, when the daemon was last alive.
facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Json, nullable=False),
)
