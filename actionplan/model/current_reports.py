"""Which reports still stand, and where the files that they show are kept."""

from collections.abc import Mapping
from datetime import date

from actionplan.documents import commitment_folder
from actionplan.model.plan import CommitmentFile, Entry, Plan
from actionplan.model.records import Evidence, Report


def current_reports(commitment_file: CommitmentFile, day: date = date.max) -> tuple[Entry[Report], ...]:
    """Return the reports of a commitment by a day that none of the others corrects, by date.

    One that corrects stands where what it corrects stood: what March should have said is not newer than what June says.
    """
    dated = [report for report in commitment_file.reports if report.model.date <= day]
    corrects = {report.stem: report.model.corrects for report in dated}
    corrected = set(corrects.values())
    current = [report for report in dated if report.stem not in corrected]
    if len(current) == len(dated):  # nearly always
        return tuple(current)
    places = {report.stem: position for position, report in enumerate(dated)}
    firsts = {report.stem: [name for name in chain(report.stem, corrects) if name in places][-1] for report in current}
    return tuple(sorted(current, key=lambda report: places[firsts[report.stem]]))


def correction_of(commitment_file: CommitmentFile, report: str, day: date) -> str | None:
    """Return the name of the report that by a day corrects another."""
    return next(
        (it.stem for it in commitment_file.reports if it.model.corrects == report and it.model.date <= day), None
    )


def chain(report: str, corrects: Mapping[str, str | None]) -> list[str]:
    """Return the names of a report and of those that it corrects, one after the other, up to one that is named already.

    Args:
        report: Its name.
        corrects: The names of reports, each with that of the one that it corrects.
    """
    found = [report]
    while (before := corrects.get(found[-1])) and len(found) <= len(corrects):
        found.append(before)
        if before == report:
            break
    return found


def folder_of_evidence(path: str) -> str:
    """Return where the commitment of a file keeps its evidence, ``commitments/01-agua/evidencias``."""
    return f"{commitment_folder(path)}/evidencias"


def path_of(report: str, proof: Evidence) -> str | None:
    """Return where the file that a report at a path shows should be; None if it shows none.

    What is written is taken as it is: a name with ``..`` is the name of no file.
    """
    return f"{folder_of_evidence(report)}/{proof.file}" if proof.file else None


def sealed_files(plan: Plan) -> frozenset[str]:
    """Return the files whose fingerprint some report gives, whether they are there or not."""
    return frozenset(
        path
        for entry in plan.entries
        if isinstance(entry.model, Report)
        for item in entry.model.activities
        for proof in item.evidence
        if proof.sha256 and (path := path_of(entry.path, proof))
    )


def in_custody(report: str, proof: Evidence, fingerprints: Mapping[str, str]) -> bool:
    """Return whether what a report at a path shows can be had, and can be seen to be what it was.

    A file has to be there with the fingerprint that the report gives. A link needs the day on which it was seen, and
    an archived copy or a fingerprint, for the day on which it is gone.
    """
    path = path_of(report, proof)
    if path is not None:
        return proof.sha256 is not None and fingerprints.get(path) == proof.sha256
    return proof.url is not None and not missing_for_custody(proof)


def missing_for_custody(proof: Evidence) -> tuple[tuple[str, ...], ...]:
    """Return the fields without which what is shown is not in custody; of each group, any one would do."""
    if proof.file:
        return () if proof.sha256 else (("sha256",),)
    seen = () if proof.seen else (("seen",),)
    return (*seen, *(() if proof.copy_url or proof.sha256 else (("copy_url", "sha256"),)))
