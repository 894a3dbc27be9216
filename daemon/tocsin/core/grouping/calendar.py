"""The names of days and months in the languages that most feeds are in, for telling days apart.

Names that mean another thing as well (March is left in, as a number must stand beside it) do little
harm: a day only counts as another day where both articles name some.
"""

_DAYS = """
monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda terça quarta quinta sexta sábado domingo
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sep oct nov dec
januar februar märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
"""


def _numbered(table: str) -> dict[str, int]:
    lines = table.strip().splitlines()
    return {name: number for line in lines for number, name in enumerate(line.split(), 1)}


WEEKDAYS = _numbered(_DAYS)
"""1 for Monday to 7 for Sunday."""

MONTHS = _numbered(_MONTHS)
"""1 for January to 12 for December."""
