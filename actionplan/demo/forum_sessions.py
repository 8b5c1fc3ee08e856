"""Sessions of the forum, one a quarter."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.demo.actors import SECRETARIAT
from actionplan.demo.commits import SimulatedCommit
from actionplan.demo.key_dates import SESSIONS, session_id
from actionplan.demo.plan_files import WEB, document_file, sourced
from actionplan.demo.simulated_plan import SimulatedPlan
from actionplan.demo.word_lists import word_lists
from actionplan.model.process import Agreement, Session
from actionplan.model.vocabulary import SessionKind


def forum_sessions(plan: SimulatedPlan) -> Iterator[SimulatedCommit]:
    """Yield the minutes of every session, on its day."""
    words = word_lists().spanish
    agenda = "".join(f"{place}. {item}\n" for place, item in enumerate(words["session_agenda"], 1))
    for day in SESSIONS:
        rng = plan.rng("session", str(day))
        model = Session(
            kind="session",
            id=session_id(day),
            date=day,
            modality=SessionKind.ORDINARY if rng.chance(75) else rng.choice(tuple(SessionKind)),
            minutes=f"{WEB}/minutas/{day}.pdf",
            agreements=tuple(
                Agreement(id=f"ac{place}", text=text)
                for place, text in enumerate(rng.sample(words["session_agreements"], rng.between(2, 4)), 1)
            ),
            provenance=(sourced("minutas"),),
        )
        minutes = document_file(f"plan/sesiones/{day}.md", model, f"## Orden del día\n\n{agenda}")
        yield SimulatedCommit(day, SECRETARIAT, f"Publica la minuta de la sesión del {day}", (minutes,))
