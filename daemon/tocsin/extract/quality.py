"""Whether an extracted text is the article, or what stands in its place.

Strategy: what stands in an article's place is short, and says so in a few set phrases.  A long
text is never doubted (an article *about* cookies or paywalls is one), except where the page itself
states that it may not be read for free.  Phrases are known in English, German, French, Spanish,
Italian, Portuguese and Dutch.
"""

import re
from enum import StrEnum

STUB = 200
"""Characters below which a text is no article: less than three sentences of news."""

SHORT = 1500
"""Characters below which a text may be a wall; the first paragraphs before a paywall are fewer."""

_NOTICE = 700
"""Characters that no error page exceeds."""


class Verdict(StrEnum):
    """What a text is; the words of `Extraction.problem`."""

    ARTICLE = ""
    NOTHING = "no text found"
    CONSENT = "consent wall"
    PAYWALL = "paywall"
    ERROR = "error page"
    ROBOT = "robot check"
    STUB = "stub"


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


_CONSENT = _any(
    r"before you continue",
    r"(?:accept|reject|manage) (?:all )?(?:cookies|and continue)",
    r"(?:we|us) and our (?:\d+ )?(?:partners|vendors)",
    r"your privacy choices|consent to the use of|store and/or access information on a device",
    r"(?:alle|cookies) (?:cookies )?(?:akzeptieren|zustimmen)|einwilligung",
    r"mit werbung (?:und|weiter)",
    r"(?:accepter|refuser) (?:les |tous les )?cookies|continuer sans accepter|nos partenaires",
    r"aceptar (?:todas las |las )?cookies|(?:nosotros y )?nuestros \d* ?socios",
    r"accett(?:a|are) (?:tutti i )?cookie|i nostri (?:\d+ )?partner",
    r"aceitar (?:todos os )?cookies|os nossos (?:\d+ )?parceiros",
    r"cookies (?:accepteren|weigeren)|onze (?:\d+ )?partners",
    r"cookie (?:policy|settings|preferences|richtlinie|instellingen)|legitimate interest",
)
_PAYWALL = _any(
    r"(?:subscribe|sign in|log in|register|join) (?:now )?to (?:continue|keep|read|unlock)",
    r"to (?:continue|keep) reading|already a (?:subscriber|member)\?|subscribers? only",
    r"(?:this|the) (?:article|content|story) is (?:only )?(?:for|available to|reserved for) "
    r"(?:our )?(?:subscribers|members)",
    r"(?:weiterlesen|jetzt lesen) mit|nur f(?:ü|ue)r abonnenten|bereits abonnent|jetzt abonnieren",
    r"r(?:é|e)serv(?:é|e)e? (?:aux|à nos) abonn(?:é|e)s|il vous reste .{1,12} de cet article",
    r"d(?:é|e)j(?:à|a) abonn(?:é|e)",
    r"suscr(?:í|i)b(?:e|a)te para|ya eres suscriptor|solo (?:para )?suscriptores",
    r"abb(?:o)?nati per (?:continuare|leggere)|sei gi(?:à|a) abbonato|riservato agli abbonati",
    r"assine para (?:ler|continuar)|exclusivo para assinantes|j(?:á|a) é assinante",
    r"alleen voor abonnees|al abonnee\?|verder lezen\?",
)
_ROBOT = _any(
    r"(?:enable|turn on|allow) (?:javascript|js)\b|javascript is (?:disabled|required)",
    r"are (?:you )?(?:not )?a (?:robot|human)|verify(?:ing)? (?:that )?you are (?:a )?human",
    r"unusual (?:traffic|activity)|checking your browser|just a moment|captcha|attention required",
)
_ERROR = _any(
    r"\b(?:404|410|403|500|502|503)\b.{0,40}(?:error|not found|forbidden|gone|unavailable)",
    r"(?:error|fehler|erreur|errore|erro)\W{0,3}(?:404|410|403|500|502|503)\b",
    r"(?:page|article|story|content).{0,30}"
    r"(?:not found|no longer (?:available|exists)|been removed)",
    r"(?:can.t|cannot|could not|couldn.t) (?:find|be found)|access denied|too many requests",
    r"seite (?:wurde )?nicht gefunden|page introuvable|p(?:á|a)gina no encontrada",
    r"pagina non trovata|p(?:á|a)gina n(?:ã|a)o encontrada|pagina niet gevonden",
    r"service unavailable|internal server error|bad gateway",
)
_NOT_FREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)


def judge(text: str, title: str, page: str) -> Verdict:
    """What *text* is, which was taken from the source *page* of that *title*.  Pure."""
    if not text:
        return _wall(title, page) or Verdict.NOTHING
    if len(text) < SHORT and (wall := _wall(f"{title}\n{text}", page)):
        return wall
    return Verdict.STUB if len(text) < STUB else Verdict.ARTICLE


def _wall(shown: str, page: str) -> Verdict:
    """What a short page says that it is, or `ARTICLE` where it does not say."""
    if len(shown) < _NOTICE and _ROBOT.search(shown):
        return Verdict.ROBOT
    if len(shown) < _NOTICE and _ERROR.search(shown):
        return Verdict.ERROR
    if len({found.group().lower() for found in _CONSENT.finditer(shown)}) > 1:
        return Verdict.CONSENT  # one mention may be the site's footer
    if _PAYWALL.search(shown) or _NOT_FREE.search(page):
        return Verdict.PAYWALL
    return Verdict.ARTICLE
