"""What can be decided on the records that are chosen; how many articles that affects is told before."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.gui.decided import KIND_OF_ONE, Job, affects
from app.gui.desk import Desk
from app.gui.flow_layout import FlowLayout
from app.gui.parts import button
from app.gui.record_page import RecordShown
from app.gui.split_dialog import SplitDialog
from app.gui.sure_row import Choice, SureRow
from app.model.recognition import Kind
from app.workflows import corrections as decide
from app.workflows.authority_list import RecordSummary, articles_of


class RecordActions(QWidget):
    """`wanted` carries the job of a decision, `left_to` the records that are to be chosen after it, `problem` an error."""

    wanted = Signal(object)
    left_to = Signal(object)
    problem = Signal(object)

    def __init__(self, desk: Desk, sure: SureRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sure = desk, sure
        self.records: tuple[RecordSummary, ...] = ()
        self._shown: RecordShown | None = None
        self.split_dialog = SplitDialog(desk, self)
        self.split_dialog.wanted.connect(self._split)
        self.confirm = button(self.tr("&Confirm"), self._confirm, tip=self.tr("It is right so: its names are looked for first"))
        self.merge = button(self.tr("&Merge…"), self._merge, tip=self.tr("Make the chosen names one (choose two or more)"))
        self.split = button(
            self.tr("&Split…"), self._open_split, tip=self.tr("Give some of its names or articles to another record")
        )
        self.kind = button(self.tr("Change &kind…"), self._ask_kind, tip=self.tr("A person, an organisation or a place"))
        self.reject = button(
            self.tr("&Not a name…"), self._reject, tip=self.tr("What is called so is no name anywhere, now and later")
        )
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in self._buttons():
            row.addWidget(part)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.merge, self.split, self.kind, self.reject, self.confirm)

    def show_records(self, records: tuple[RecordSummary, ...]) -> None:
        """Offer what can be done with these records."""
        self.records, self._shown = records, None
        changeable = bool(records) and not self._desk.read_only
        self.merge.setEnabled(changeable and len(records) > 1)
        self.split.setEnabled(False)
        self.kind.setEnabled(changeable and len(records) == 1)
        self.reject.setEnabled(changeable and any(each.status != "rejected" for each in records))
        self.confirm.setEnabled(changeable and any(each.status != "confirmed" for each in records))

    def show_shown(self, shown: RecordShown) -> None:
        """Offer to split the one record that is shown."""
        self._shown = shown
        self.split.setEnabled(not self._desk.read_only and shown.view.summary.status != "rejected")

    def _reach(self, done: Callable[[int], None]) -> None:
        """Ask how many articles the chosen records stand in."""
        numbers = [each.record for each in self.records]
        self._desk.ask_names(
            lambda library: len(articles_of(library, numbers)), done=done, failed=self.problem.emit, key="reach"
        )

    def _confirm(self) -> None:
        numbers = [each.record for each in self.records if each.status != "confirmed"]
        self.wanted.emit(lambda library: [decide.confirm(library, number) for number in numbers])

    def _merge(self) -> None:
        numbers = tuple(each.record for each in self.records)
        choices: list[Choice] = [
            (each.name, each.record) for each in sorted(self.records, key=lambda each: (-each.articles, each.name))
        ]

        def ask(articles: int) -> None:
            words = self.tr("Merge {0} names into one: {1}. It is called:").format(len(numbers), affects(articles))
            self._sure.ask(
                words, self.tr("Merge"), do, choices=choices, named=self.tr("The name that it keeps"), back=self.merge
            )

        def do() -> None:
            into: int = self._sure.choice.currentData()
            self.left_to.emit((into,))
            self.wanted.emit(lambda library: decide.merge_all(library, numbers, into))

        self._reach(ask)

    def _ask_kind(self) -> None:
        (record,) = self.records
        others = [kind for kind in Kind if kind is not record.kind]

        def ask(articles: int) -> None:
            words = self.tr("“{0}” is no {1}: {2}. It is:").format(record.name, record.kind.value, affects(articles))
            choices = [(KIND_OF_ONE[kind], place) for place, kind in enumerate(others)]
            self._sure.ask(words, self.tr("Change kind"), do, choices=choices, named=self.tr("What it is"), back=self.kind)

        def do() -> None:
            kind = others[self._sure.choice.currentIndex()]
            self.wanted.emit(lambda library: [decide.change_kind(library, record.record, kind)])

        self._reach(ask)

    def _reject(self) -> None:
        records = [each for each in self.records if each.status != "rejected"]
        job: Job = lambda library: [decide.reject(library, each.record) for each in records]  # noqa: E731

        def ask(articles: int) -> None:
            what = self.tr("“{0}”").format(records[0].name) if len(records) == 1 else self.tr("{0} names").format(len(records))
            words = self.tr("{0} no name anywhere, now and later: {1}.").format(
                f"{what} is" if len(records) == 1 else f"{what} are", affects(articles)
            )
            self._sure.ask(words, self.tr("Not a name"), lambda: self.wanted.emit(job), back=self.reject)

        self._reach(ask)

    def _open_split(self) -> None:
        if self._shown is not None:
            self.split_dialog.begin(self._shown)

    def _split(self, articles: list[int], variants: list[str], name: str) -> None:
        if self._shown is not None:
            record = self._shown.view.summary.record
            self.wanted.emit(lambda library: [decide.split(library, record, articles=articles, variants=variants, name=name)])
