"""Whose agreement a proposal needs: the owners of each document, as the published plan names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from actionplan.documents import Kind, is_evidence, kind_at
from actionplan.git.proposal import is_data
from actionplan.language.messages import msg
from actionplan.model import CommitmentFile, Plan, Sector

_PUBLIC = frozenset({Sector.GOVERNMENT, Sector.AUTONOMOUS})
_NEITHER = frozenset({Sector.INTERNATIONAL, Sector.UNKNOWN})
_AGAIN = re.compile(r"-[2-9]$")  # what tells the records of one day apart


class Side(Enum):
    """Describe the two sides of a plan; the value is what they are called."""

    INSTITUTION = msg("la parte pública")
    ORGANISATION = msg("la sociedad civil")


class Owner(NamedTuple):
    """Describe one side's say over some documents.

    Attributes:
        what: The commitment's id, or empty for the documents of the whole plan.
        side: Which side.
        organisations: Any one of them may agree for the side.
        accounts: Through any one of these accounts, in lower case.
    """

    what: str
    side: Side
    organisations: tuple[str, ...]
    accounts: frozenset[str]


def owners_of(paths: Iterable[str], plan: Plan) -> tuple[Owner, ...]:
    """Return whose agreement a change of these files needs.

    Args:
        paths: From the root, old and new names alike.
        plan: As published: what a proposal says of its own owners counts for nothing.
    """
    owners = {owner for path in paths if is_data(path) for owner in owners_of_file(path, plan)}
    return tuple(sorted(owners, key=lambda owner: (owner.what, owner.side.name, owner.organisations)))


def owners_of_file(path: str, plan: Plan) -> Iterator[Owner]:
    """Yield those whose agreement a change of one file of the plan needs.

    The institution owns its reports and the evidence, the co-responsible organisation its verifications, both the
    commitment, its roadmap and whatever else is in their folder; both sides of the forum own all the rest. Where a
    commitment names nobody of a side, as one that an institution added by itself, that side of the forum speaks.
    """
    commitment_file = plan.commitment_of(path)
    if commitment_file is None:
        yield from _of_the_forum(plan)
        return
    kind = kind_at(path)
    if kind is not Kind.VERIFICATION:
        leads = _sided(plan, commitment_file, Side.INSTITUTION)
        yield _owner(plan, commitment_file, Side.INSTITUTION, _signer(path, leads) if kind is Kind.REPORT else leads)
    if kind is not Kind.REPORT and not is_evidence(path):
        partners = _sided(plan, commitment_file, Side.ORGANISATION)
        signers = _signer(path, partners) if kind is Kind.VERIFICATION else partners
        yield _owner(plan, commitment_file, Side.ORGANISATION, signers)


def _sided(plan: Plan, commitment_file: CommitmentFile, side: Side) -> tuple[str, ...]:
    """Return the organisations of one side of a commitment."""
    model = commitment_file.commitment.model
    named = model.institutions if side is Side.INSTITUTION else model.partners
    return named or _members(plan, side)


def _signer(path: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one that a record's name says it is of; all of them if it names none of them."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    named = tuple(name for name in candidates if stem.endswith(f"-{name}") or _AGAIN.sub("", stem).endswith(f"-{name}"))
    return (max(named, key=len),) if named else candidates


def _of_the_forum(plan: Plan) -> Iterator[Owner]:
    for side in Side:
        names = _members(plan, side)
        yield Owner("", side, names, _speakers(plan, names, side))


def _members(plan: Plan, side: Side) -> tuple[str, ...]:
    """Return the organisations of one side of the forum."""
    forum = plan.identity.forum
    members = [name for member in forum.members for name in (member.actor, *member.organisations)] if forum else []
    return tuple(name for name in members if _side_of(plan, name) is side)


def _owner(plan: Plan, commitment_file: CommitmentFile, side: Side, names: tuple[str, ...]) -> Owner:
    (other,) = set(Side) - {side}
    others = _accounts(plan, _sided(plan, commitment_file, other))
    return Owner(commitment_file.commitment.model.id, side, names, _speakers(plan, names, side) - others)


def _speakers(plan: Plan, names: tuple[str, ...], side: Side) -> frozenset[str]:
    """Return the accounts of some organisations, without those that other organisations of the other side have too."""
    others = [name for name in plan.actors if name not in names and _side_of(plan, name) not in (side, None)]
    return _accounts(plan, names) - _accounts(plan, others)


def _accounts(plan: Plan, names: Iterable[str]) -> frozenset[str]:
    return frozenset(account.lower() for name in names if name in plan.actors for account in plan.actors[name].accounts)


def _side_of(plan: Plan, name: str) -> Side | None:
    actor = plan.actors.get(name)
    if actor is None or actor.sector in _NEITHER:
        return None
    return Side.INSTITUTION if actor.sector in _PUBLIC else Side.ORGANISATION
