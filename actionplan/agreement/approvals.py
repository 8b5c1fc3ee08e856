"""Whether each side that a proposal needs has agreed to its last revision."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from actionplan.agreement.sides import Owner, Side, owners_of
from actionplan.forge.pull_requests import Proposal, Review, ReviewState
from actionplan.git.proposal import is_data
from actionplan.language.messages import Message, Translate, msg, spanish
from actionplan.model import Plan
from actionplan.text.escape import markdown

_NO_DOCUMENT = msg("Ningún documento del plan cambia: no hace falta el acuerdo de las dos partes.")
_BOTH_AGREE = msg("Las dos partes están de acuerdo con la última revisión.")
_NOT_YET = msg("Todavía no están de acuerdo las dos partes con la última revisión.")
_IT_AGREES = msg("La parte que debía aprobar está de acuerdo con la última revisión.")
_NOT_IT_YET = msg("Falta que la parte que debe aprobar esté de acuerdo con la última revisión.")
_CODE_TOO = msg("Además cambian archivos del programa, que revisa mantenimiento: {files}.")

_THE_PLAN = msg("Documentos del plan")
_COMMITMENT = msg("Compromiso {what}")


class SideAnswer(Enum):
    """Describe what a side has said; the value is the sentence for it."""

    WROTE = msg("{where}: {side} propone este cambio (@{account}).")
    AGREED = msg("{where}: {side} está de acuerdo (@{account}).")
    OBJECTS = msg("{where}: {side} pide cambios (@{account}).")
    WAITS = msg("{where}: falta el acuerdo de {side} ({organisations}).")
    NOBODY = msg(
        "{where}: {side} no tiene ninguna cuenta en «plan/actores.yml» ({organisations}); alguien debe darla de alta."
    )

    @property
    def agrees(self) -> bool:
        """Tell whether it lets the proposal pass."""
        return self in (SideAnswer.WROTE, SideAnswer.AGREED)


class Verdict(NamedTuple):
    """Describe what one side has said, and by which account."""

    owner: Owner
    answer: SideAnswer
    account: str = ""

    def sentence(self, plan: Plan, translate: Translate = spanish) -> str:
        """Say it to people."""
        names = [
            plan.actors[name].acronym or plan.actors[name].name
            for name in self.owner.organisations
            if name in plan.actors
        ]
        values = {
            "where": _COMMITMENT if self.owner.what else _THE_PLAN,
            "what": self.owner.what,
            "side": self.owner.side.value,
            "account": self.account,
            "organisations": ", ".join(names) or "—",
        }
        return Message(self.answer.value, values).text(translate)


class Decision(NamedTuple):
    """Describe what all sides have said.

    Attributes:
        verdicts: One for each side whose agreement is needed; none if no document of the plan changes.
        code: Files that are not content, which maintainers look after.
    """

    verdicts: tuple[Verdict, ...]
    code: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        """Tell whether nobody is waited for."""
        return all(verdict.answer.agrees for verdict in self.verdicts)

    def sentences(self, plan: Plan, translate: Translate = spanish) -> list[str]:
        """Say it to people: what follows from it, what each side has said, and which code changes."""
        code = Message(_CODE_TOO, {"files": ", ".join(self.code)}).text(translate)
        verdicts = [verdict.sentence(plan, translate) for verdict in self.verdicts]
        return [translate(self._conclusion), *verdicts, *([code] if self.code else [])]

    @property
    def _conclusion(self) -> str:
        sides = {verdict.owner.side for verdict in self.verdicts}
        if not sides:
            return _NO_DOCUMENT
        if len(sides) < len(Side):  # a report is the institution's alone, a verification the organisation's
            return _IT_AGREES if self.agreed else _NOT_IT_YET
        return _BOTH_AGREE if self.agreed else _NOT_YET

    def markdown(self, plan: Plan) -> str:
        """Return the same for a comment, where it calls nobody."""
        first, *others = self.sentences(plan)
        return f"**{markdown(first)}**\n\n" + "".join(f"- {markdown(line)}\n" for line in others)


def decide(proposal: Proposal, reviews: Iterable[Review], author: str, plan: Plan) -> Decision:
    """Decide from the forge's word whether each needed side agrees to the last revision.

    Who wrote the proposal counts for the own side and never for the other; a program counts for none. Of each account
    the last decisive review counts: an approval if it is of the last commit and the account has not been asked again,
    an objection whatever came after it. What was dismissed says nothing.

    Args:
        proposal: Which files, up to which commit.
        reviews: In the order in which they were sent.
        author: The account that proposes.
        plan: As published.
    """
    proposes = "" if proposal.is_nobodys else author.lower()
    last = {review.account: review for review in reviews if review.state is not ReviewState.COMMENTED}
    verdicts = tuple(_verdict(owner, proposal, last, proposes) for owner in owners_of(proposal.paths, plan))
    return Decision(verdicts, tuple(path for path in proposal.paths if not is_data(path)))


def _verdict(owner: Owner, proposal: Proposal, last: dict[str, Review], author: str) -> Verdict:
    if not owner.accounts:
        return Verdict(owner, SideAnswer.NOBODY)
    reviews = [last[account] for account in sorted(owner.accounts - {author}) if account in last]
    for review in reviews:
        if review.state is ReviewState.OBJECTED:
            return Verdict(owner, SideAnswer.OBJECTS, review.account)
    if author in owner.accounts:
        return Verdict(owner, SideAnswer.WROTE, author)
    for review in reviews:
        current = review.commit == proposal.head and review.account not in proposal.asked_again
        if review.state is ReviewState.APPROVED and current and proposal.head:
            return Verdict(owner, SideAnswer.AGREED, review.account)
    return Verdict(owner, SideAnswer.WAITS)
