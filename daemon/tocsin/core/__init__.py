"""Everything that Tocsin decides: plain functions over frozen values, no I/O and no clock."""
