"""What must outlive the process: rows are the truth.

`schema` holds the tables, `sqlite` the file and its one writing thread, `migrate` the upgrades; the
other modules are plain functions ``fn(conn, ...)`` over one family of rows, the same for SQLite and
PostgreSQL.
"""
