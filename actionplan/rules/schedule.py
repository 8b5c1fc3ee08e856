"""Activities wait for each other in some order; the dates that moved make one history, and moved when they could."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import (
    Activity,
    Entry,
    Plan,
    Rescheduling,
    Roadmap,
    ScheduleField,
    find_cycle,
    parts_of_kind,
)
from actionplan.rules.check import DocumentCheck, PlanCheck

_ONE_HISTORY = msg("Las fechas en vigor y las originales se obtienen recorriendo esta lista de principio a fin.")

NOT_IN_FORCE = Rule(
    "FEC05",
    Severity.ERROR,
    msg("La reprogramación parte del {before}, pero en ese momento la fecha en vigor era {inforce}."),
    _ONE_HISTORY,
    msg("Escriba en «antes» la fecha que dejó la reprogramación anterior, o añada la que falta entre las dos."),
    Example(
        bad='- antes: "2020-03-31"\n  despues: "2020-04-30"\n- antes: "2020-05-15"\n  despues: "2020-06-30"',
        good='- antes: "2020-03-31"\n  despues: "2020-04-30"\n- antes: "2020-04-30"\n  despues: "2020-06-30"',
    ),
)
NOT_THE_LAST = Rule(
    "FEC06",
    Severity.ERROR,
    msg("La última reprogramación deja «{activity}» en {after}, pero la actividad dice {written}."),
    _ONE_HISTORY,
    msg("Ponga en la actividad la fecha en vigor, {after}, o añada la reprogramación que falta."),
    Example(
        bad='conclusion: "2020-03-31"\n...\nantes: "2020-03-31"\ndespues: "2020-06-30"',
        good='conclusion: "2020-06-30"\n...\nantes: "2020-03-31"\ndespues: "2020-06-30"',
    ),
)
OUT_OF_ORDER = Rule(
    "FEC07",
    Severity.ERROR,
    msg("La reprogramación es del {date}, anterior a la que está antes en la lista ({previous})."),
    _ONE_HISTORY,
    msg("Ordene las reprogramaciones por su fecha, de la más antigua a la más reciente."),
    Example(
        bad='- fecha: "2020-05-04"\n- fecha: "2020-04-02"',
        good='- fecha: "2020-04-02"\n- fecha: "2020-05-04"',
    ),
)
OUTSIDE_WINDOWS = Rule(
    "FEC08",
    Severity.WARNING,
    msg("La reprogramación es del {date}, fuera de las ventanas de enmienda del plan ({windows})."),
    msg("Las fechas sólo se mueven cuando las dos partes acordaron que se podía."),
    msg("Corrija la fecha. Si el foro lo aceptó fuera de plazo, anótelo en «excepciones» con su motivo."),
    Example(bad='fecha: "2020-08-03"', good='fecha: "2020-04-02"'),
)
CYCLE = Rule(
    "FEC12",
    Severity.WARNING,
    msg("Hay actividades que se esperan unas a otras: {chain}."),
    msg("Ninguna podría empezar, y sin orden no hay ruta crítica ni pronóstico."),
    msg("Quite de «{key}» la dependencia que sobra."),
    Example(
        bad='conclusion: "2020-03-31"\n        depende_de:\n          - actividad: "a1.1"\n            tipo: "FC"',
        good='conclusion: "2020-03-31"',
        path=sample.ROADMAP,
    ),
)


def check_order(entry: Entry[Roadmap]) -> Iterator[Finding]:
    """Check that no activities wait in a circle, and that dates moved one after the other."""
    yield from _check_cycle(entry)
    yield from _in_order(entry)
    if not entry.loses and entry.model.reschedulings:  # else a link of the chain may be what was refused
        yield from _chained(entry)


def _check_cycle(entry: Entry[Roadmap]) -> Iterator[Finding]:
    """Yield one circle at a time, at a dependency that closes it."""
    chain = find_cycle({it.id: [dependency.activity for dependency in it.depends_on] for it in entry.model.activities})
    for steps, activity in parts_of_kind(entry.model, Activity) if chain else ():
        for at, dependency in enumerate(activity.depends_on):
            if chain[-2:] == (dependency.activity, activity.id):
                position, key = entry.position(*steps, "depends_on", at), entry.keys.author("depends_on")
                yield CYCLE.at(position, chain=" → ".join(chain), key=key)
                return


def check_windows(plan: Plan) -> Iterator[Finding]:
    """Check that dates moved within the windows of the plan, if it has any."""
    windows = plan.identity.rules.amendment_windows
    for commitment_file in plan.commitment_files.values() if windows else ():
        entry = commitment_file.roadmap
        for index, item in enumerate(entry.model.reschedulings) if entry else ():
            if entry and not any(window.start <= item.date <= window.end for window in windows):
                position = entry.position("reschedulings", index, "date")
                told = ", ".join(f"{window.start}–{window.end}" for window in windows)
                yield OUTSIDE_WINDOWS.at(position, date=str(item.date), windows=told)


def _in_order(entry: Entry[Roadmap]) -> Iterator[Finding]:
    for index, (before, item) in enumerate(pairwise(entry.model.reschedulings), 1):
        if item.date < before.date:
            position = entry.position("reschedulings", index, "date")
            yield OUT_OF_ORDER.at(position, date=str(item.date), previous=str(before.date))


def _chained(entry: Entry[Roadmap]) -> Iterator[Finding]:
    # By their dates, so that a list out of order is one finding and not also a broken chain.
    moves: defaultdict[tuple[str, ScheduleField], list[tuple[int, Rescheduling]]] = defaultdict(list)
    for index, item in sorted(enumerate(entry.model.reschedulings), key=lambda pair: pair[1].date):
        moves[item.activity, item.field].append((index, item))
    for chain in moves.values():
        for (_, before), (index, item) in pairwise(chain):
            if item.before != before.after:
                position = entry.position("reschedulings", index, "before")
                yield NOT_IN_FORCE.at(position, before=str(item.before), inforce=str(before.after))
    for steps, activity in parts_of_kind(entry.model, Activity):
        for field, written in ((ScheduleField.START, activity.start), (ScheduleField.END, activity.end)):
            chain = moves.get((activity.id, field), [])
            last = chain[-1][1].after if chain else written
            if last != written and not entry.is_damaged(*steps, field.word):
                position, told = entry.position(*steps, field.word), str(written) if written else "—"
                yield NOT_THE_LAST.at(position, activity=activity.id, after=str(last), written=told)


CHECKS = (
    DocumentCheck(Roadmap, check_order, (CYCLE, OUT_OF_ORDER, NOT_IN_FORCE, NOT_THE_LAST)),
    PlanCheck(check_windows, (OUTSIDE_WINDOWS,)),
)
