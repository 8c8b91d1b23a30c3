"""The written turns, the hearing and the end of the instruction (R. 712-16 to R. 712-16-2, R. 716-3 to R. 716-8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general import adversarial as e
from guichet.law.general import adversarial_opening as opening
from guichet.law.rules import Events
from guichet.law.saying import advice, no, refuse, to_regularise
from guichet.law.sources import Undecided
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Happened
from guichet.rights.general import adversarial as a
from guichet.rights.general.adversarial_table import STEPS
from guichet.rights.proceeding import Who

FIRST_NOTIFIED = Undecided(
    question="De quel jour court chaque période d'un mois d'une opposition ou d'une demande en nullité, si la partie "
    "adverse présente plusieurs observations ?",
    default="De la notification des premières ; les suivantes sont notifiées sans ouvrir une nouvelle période.",
    why="Les articles disent « en cas de réponse » et que toute observation est notifiée sans délai, rien de plus.",
    articles=("R. 712-16-1", "R. 712-16", "R. 716-6", "R. 716-3"),
)
ALL_TURNS_USED = Undecided(
    question="Quand l'instruction se termine-t-elle si les cinq périodes ont servi et que personne n'est entendu ?",
    default="Le jour où les dernières observations sont notifiées, au plus tard à l'expiration de la dernière période.",
    why="R. 712-16-2 et R. 716-8 ne visent que l'absence d'observations et le jour des observations orales.",
    articles=("R. 712-16-2", "R. 716-8"),
)
SILENT_TURN = Undecided(
    question="En déchéance pour défaut d'exploitation, l'instruction se termine-t-elle si le demandeur ne réplique "
    "pas, et de quel jour court sinon la nouvelle période du titulaire ?",
    default="Non : la nouvelle période d'un mois du titulaire s'ouvre, à compter de la notification de l'institut.",
    why="R. 716-6, 3° donne ce délai « même en l'absence d'observations en réplique », contre la lettre de R. 716-8.",
    articles=("R. 716-6", "R. 716-8"),
)


def served(dossier: Dossier) -> dict[str, date | None]:
    """Each turn opened, with the day on which the letter that opened it reached the party; None while it has not."""
    events = e.of(dossier).events
    openings = list(dossier.in_order(events.holder_notified, events.step_opened))
    return dict(zip(STEPS, (_reached(each, dossier) for each in openings), strict=False))


def _reached(opening_of: Happened, dossier: Dossier) -> date | None:
    """The day of service; for an international registration, the day on which the holder is deemed told."""
    law, it = e.of(dossier), e.request(dossier)
    first = isinstance(opening_of.event, a.HolderNotified)
    if first and law.deemed_received is not None and it is not None and it.mark.international:
        return law.deemed_received.expires(opening_of.on).date
    return dossier.served.get(getattr(opening_of.event, "notice", ""))


def last_day(dossier: Dossier, step: str) -> Deadline | None:
    """The last day of this turn; None before it runs, and while the procedure is suspended."""
    started = served(dossier).get(step)
    return e.paused(e.of(dossier).steps[step].limit, started, dossier) if started else None


def turn(dossier: Dossier, side: a.Side, on: date) -> str:
    """The turn in which this side may still speak on that day, or nothing."""
    law = e.of(dossier)
    for step in reversed(list(served(dossier))):
        deadline = last_day(dossier, step)
        if law.steps[step].side == side and (deadline is None or on <= deadline.date):
            return step
    return ""


def told(dossier: Dossier) -> set[str]:
    """The numbers of the papers sent to the other party."""
    events = e.of(dossier).events
    numbers = [each.numbers for each in dossier.all(events.papers_forwarded)]
    return {
        number for group in (*numbers, *(each.numbers for each in dossier.all(events.step_opened))) for number in group
    }


def not_forwarded(dossier: Dossier) -> list[str]:
    return [paper.number for paper in papers(dossier) if paper.number not in told(dossier)]


def papers(dossier: Dossier) -> list[a.PaperFiled]:
    return dossier.all(e.of(dossier).events.paper_filed)


def of_turn(dossier: Dossier, step: str) -> list[a.PaperFiled]:
    """The papers that the party of this turn filed since it opened."""
    events, side = e.of(dossier).events, e.of(dossier).steps[step].side
    found: list[a.PaperFiled] = []
    current = ""
    order = iter(STEPS)
    for happened in dossier.in_order(events.holder_notified, events.step_opened, events.paper_filed):
        if isinstance(happened.event, a.PaperFiled):
            if current == step and happened.event.by == side:
                found.append(happened.event)
        else:
            current = next(order)
    return found


def hearing_asked(dossier: Dossier) -> bool:
    return any(paper.asks_hearing for paper in papers(dossier))


def not_suspended(dossier: Dossier, on: date) -> Finding | None:
    """While the procedure is suspended nothing of it goes on."""
    if not dossier.in_state("suspended"):
        return None
    law = e.of(dossier)
    return no("La procédure est suspendue : attendez sa reprise.", law.sources["suspended"], law.sources["resumed"])


def may_begin(dossier: Dossier, on: date) -> Finding | None:
    """The instruction begins once what may follow the request can no longer follow it."""
    law, it = e.of(dossier), e.request(dossier)
    begins = law.begins(it) if it else None
    if begins is None or on > begins.date:
        return None
    message = f"L'instruction commence après le {in_words(begins.date)}, quand le délai supplémentaire a expiré."
    return Finding(False, message, begins.because)


def paper(act: a.PaperFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Each party speaks in its turn, says expressly what it asks, and keeps to what the last turn allows."""
    law = e.of(dossier)
    if not (act.statement.strip() or act.exhibits or act.use_evidence):
        yield no("Formulez vos demandes et vos moyens, ou joignez des pièces.", law.words.expressly, field="statement")
    if not act.in_form:
        message = "Présentez vos observations dans les formes prescrites par le directeur général, sur ce guichet."
        yield no(message, law.words.in_form, field="in_form")
    if act.number in {each.number for each in papers(dossier)}:
        yield no(f"Les observations {act.number} sont déjà au dossier.", law.words.expressly, field="number")
    step = turn(dossier, act.by, on)
    if not step:
        yield _out_of_turn(act, dossier, on)
        return
    if step == STEPS[-1] and act.new_grounds:
        message = "Les dernières observations ne peuvent pas contenir de moyen nouveau : retirez-le."
        yield no(message, law.words.last_word, field="new_grounds")
    if step == STEPS[-1] and act.new_use_evidence and law.new_use_barred:
        message = "Les dernières observations ne peuvent pas produire de nouvelle preuve d'usage : retirez-la."
        yield no(message, law.words.last_word, field="new_use_evidence")
    yield from _use_asked(act, dossier, step)
    yield from _represented(act, dossier)


def _out_of_turn(act: a.PaperFiled, dossier: Dossier, on: date) -> Finding:
    law = e.of(dossier)
    mine = [step for step in served(dossier) if law.steps[step].side == act.by]
    deadline = last_day(dossier, mine[-1]) if mine else None
    if deadline is None or law.steps[dossier.state].side == act.by:
        until = f" le {in_words(deadline.date)}" if deadline else ""
        message = f"Le délai pour présenter ces observations a expiré{until}."
    else:
        message = f"C'est à l'autre partie de répondre ; votre dernier délai a expiré le {in_words(deadline.date)}."
    if not mine:
        message = "Attendez que les observations de l'autre partie vous soient notifiées."
    return Finding(False, message, deadline.because) if deadline else no(message, law.steps[dossier.state].limit.source)


def _use_asked(act: a.PaperFiled, dossier: Dossier, step: str) -> Iterator[Finding]:
    """Proofs of use are asked by the holder, in the turns that the text says, of marks registered long enough."""
    law, it = e.of(dossier), e.request(dossier)
    if not act.use_required_of or it is None:
        return
    if act.by != "holder" or step not in law.use_steps:
        message = "La preuve de l'usage se demande dans la réponse du titulaire, et elle seule."
        yield no(message, law.words.use_asked, field="use_required_of")
        return
    for reference in act.use_required_of:
        right = it.right(reference)
        if right is None or right.kind not in e.MARKS:
            yield no(
                f"{reference} n'est pas une marque antérieure invoquée.", law.words.use_asked, field="use_required_of"
            )
        elif not law.use_rule(it, right):
            message = f"{reference} n'était pas enregistrée depuis plus de cinq ans : sa preuve d'usage n'est pas due."
            yield advice(message, law.words.use_proved, field="use_required_of")


def _represented(act: a.PaperFiled, dossier: Dossier) -> Iterator[Finding]:
    law, it = e.of(dossier), e.request(dossier)
    if act.by != "holder" or it is None:
        return
    wrong = opening.agent_missing(it.mark.holders, act.representative or it.mark.representative, law.words)
    if wrong is not None and law.mends:
        yield no(wrong[0], wrong[1], law.words.agent, field="representative")
    elif wrong is not None:
        yield to_regularise(wrong[0], wrong[1], field="representative")


def use_unproved(dossier: Dossier) -> tuple[str, ...]:
    """The marks whose use was asked for and is due, and for which neither proof nor just reason was given."""
    law, it = e.of(dossier), e.request(dossier)
    asked = {reference for each in papers(dossier) for reference in each.use_required_of}
    given = {
        one.reference
        for each in papers(dossier)
        if each.by == "claimant"
        for one in each.use_evidence
        if one.pieces or one.just_reason.strip()
    }
    rights = it.rights if it else ()
    return tuple(each.reference for each in rights if it and each.reference in asked - given and law.use_rule(it, each))


def forwards(act: a.ForwardPapers, dossier: Dossier, on: date) -> Iterator[Finding]:
    law = e.of(dossier)
    known = {each.number for each in papers(dossier)}
    if not act.numbers:
        yield no("Indiquez les observations à notifier.", law.sources["papers_forwarded"], field="numbers")
    for number in act.numbers:
        if number not in known:
            yield no(f"Aucune observation {number} n'est au dossier.", law.sources["papers_forwarded"], field="numbers")
        elif number in told(dossier):
            yield no(f"L'autre partie a déjà reçu {number}.", law.sources["papers_forwarded"], field="numbers")


def forward(act: a.ForwardPapers, dossier: Dossier, on: date) -> Events:
    """The first observations of a turn open the next one; the others are only sent."""
    events, state = e.of(dossier).events, dossier.state
    if state in STEPS[:-1] and any(paper.number in act.numbers for paper in of_turn(dossier, state)):
        return (events.step_opened(act.numbers, act.notice),)
    return (events.papers_forwarded(act.numbers, act.notice),)


def silent_turn(dossier: Dossier) -> bool:
    """Whether the present turn, if nobody speaks in it, opens the next one instead of ending the instruction."""
    it = e.request(dossier)
    return dossier.state == "reply_1" and it is not None and e.of(dossier).silent_turn(it)


def may_open(dossier: Dossier, on: date) -> Finding | None:
    law = e.of(dossier)
    if not silent_turn(dossier):
        return no("L'échange suivant s'ouvre en notifiant les observations reçues.", law.sources["step_opened"])
    deadline = last_day(dossier, dossier.state)
    if deadline is None or on <= deadline.date:
        return no("Le demandeur peut encore répliquer.", law.steps[dossier.state].limit.source)
    if of_turn(dossier, dossier.state):
        return no("Le demandeur a répliqué : notifiez ses observations.", law.sources["papers_forwarded"])
    return None


def heard(act: a.HearingCalled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """A hearing is asked for in written observations or wanted by the office, and comes after the written phase."""
    law = e.of(dossier)
    if not act.own_motion and not hearing_asked(dossier):
        message = "Aucune partie n'a demandé à présenter des observations orales : invitez-les d'office."
        yield no(message, law.words.hearing_asked, law.words.hearing_invited)
    if act.held_on <= on:
        yield no("La date des observations orales doit être à venir.", law.sources["hearing_called"], field="held_on")
    if dossier.state in STEPS and written_end(dossier, on) is None:
        yield no("La phase écrite n'est pas terminée.", law.sources["hearing_called"])


def hearing_day(dossier: Dossier, on: date) -> Finding | None:
    called = dossier.last(e.of(dossier).events.hearing_called)
    if called is None or on >= called.held_on:
        return None
    message = f"Les observations orales sont prévues le {in_words(called.held_on)}."
    return no(message, e.of(dossier).sources["hearing_called"])


def written_end(dossier: Dossier, on: date) -> date | None:
    """The day on which the written phase ended; None while a party may still speak, or its papers are to be sent."""
    state = dossier.state
    deadline = last_day(dossier, state) if state in STEPS else None
    if deadline is None:
        return None
    filed = of_turn(dossier, state)
    if filed and state == STEPS[-1]:
        sent = _sent_on(dossier, filed[-1].number)
        return min(sent, deadline.date) if sent else None
    return deadline.date if on > deadline.date and not filed and not silent_turn(dossier) else None


def _sent_on(dossier: Dossier, number: str) -> date | None:
    events = e.of(dossier).events
    letters = [each.notice for each in dossier.all(events.papers_forwarded) if number in each.numbers]
    return dossier.served.get(letters[0]) if letters else None


def ends(dossier: Dossier, on: date, notice: str) -> Events:
    """The law says on which day it ended. Raises Refused while it goes on."""
    law = e.of(dossier)
    ended = law.sources["instruction_ended"]
    if dossier.state == "hearing":
        held = dossier.on(law.events.hearing_held)
        if held is None:
            refuse("Les observations orales n'ont pas encore été présentées.", law.sources["hearing_held"])
        return (law.events.instruction_ended(held, notice),)
    if hearing_asked(dossier):
        message = "Une partie a demandé à présenter des observations orales : convoquez les parties."
        refuse(message, law.words.hearing_asked, law.sources["hearing_called"])
    if silent_turn(dossier) and not of_turn(dossier, dossier.state):
        refuse("Le titulaire dispose encore d'une période : ouvrez-la.", law.steps["answer_2"].limit.source, ended)
    day = written_end(dossier, on)
    if day is None:
        message = "L'instruction continue : une partie peut encore répondre, ou ses observations sont à notifier."
        refuse(message, ended, law.sources["papers_forwarded"])
    return (law.events.instruction_ended(day, notice),)


def end(act: a.EndInstruction, dossier: Dossier, on: date) -> Events:
    return ends(dossier, on, act.notice)


def _lapse(dossier: Dossier, on: date) -> Events:
    """Nobody spoke: the instruction ends, or the holder's second turn opens."""
    law = e.of(dossier)
    suspended = not_suspended(dossier, on)
    if suspended is not None:
        refuse(suspended.message, *(reason.source for reason in suspended.because))
    count = len(served(dossier)) + 1
    if silent_turn(dossier) and not of_turn(dossier, dossier.state):
        return (law.events.step_opened((), f"{dossier.state}-{count}"),)
    return ends(dossier, on, f"fin-{dossier.state}-{count}")


def _limit_of(limit: TimeLimit) -> Callable[[Dossier, date], Deadline | None]:
    return lambda dossier, started: e.paused(limit, started, dossier)


def _start_of(step: str) -> Callable[[Dossier], date | None]:
    return lambda dossier: served(dossier).get(step)


def clocks(law: e.Configuration) -> Iterator[Clock]:
    """One for each turn."""
    for step, turn_of in law.steps.items():
        who: Who = law.holder if turn_of.side == "holder" else law.claimant
        yield Clock(
            step,
            turn_of.label,
            _limit_of(turn_of.limit),
            _start_of(step),
            who,
            "file_paper",
            "L'instruction se termine, sauf si le texte ouvre un nouvel échange.",
            (step,),
            lapse=_lapse,
            automatic=True,
            of=turn_of.limit.source,
        )
