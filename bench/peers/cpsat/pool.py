"""What holds for one trainer over all her sessions: clashes, caps, exposure, her share and her activation."""

from ortools.sat.python import cp_model

from cliques import clique_cover, conflict_graph
from season import unfairness


class Booking:
    """One slot of a session in which a trainer may sit, in whichever role."""

    def __init__(self, staffing, slot):
        self.session = staffing.session
        self.slot = slot
        self.parts = staffing.parts[slot]
        self.literals = []


def add_trainer_rules(season, model, objective, staffings):
    """Rules 14 to 18 and the costs of each trainer."""
    bookings = {trainer["id"]: {} for trainer in season.trainers}
    lived = {trainer["id"]: [] for trainer in season.trainers}
    for staffing in staffings:
        for member in staffing.members:
            mine = bookings[member.trainer]
            key = (staffing.session["id"], member.slot)
            if key not in mine:
                mine[key] = Booking(staffing, member.slot)
            mine[key].literals.append(member.literal)
            if member.role == "lived":
                lived[member.trainer].append((staffing.session, member.literal))
    for trainer in season.trainers:
        mine = sorted(bookings[trainer["id"]].values(), key=lambda b: b.parts[0].day)
        active = _active(season, model, objective, mine) if mine else None
        if mine:
            _add_clashes(season, model, trainer["limits"], mine, active)
            _add_caps(model, trainer["limits"], mine)
        _add_exposure(model, trainer["limits"], lived[trainer["id"]])
        _add_fairness(season, model, objective, trainer, mine)


def _active(season, model, objective, bookings):
    """The literal that a trainer has a session, where that costs; else None."""
    weight = season.weights["activation"]
    if weight == 0:
        return None
    active = model.new_bool_var("")
    objective.add(active, weight)
    objective.counters.append((active, [(x, 1) for booking in bookings for x in booking.literals], 0))
    return active


def _add_clashes(season, model, limits, bookings, active):
    """Rules 14 to 16 and most of 17, as cliques; with an activation, none of a clique without it."""
    near = conflict_graph(season, limits, [(b.session, b.parts) for b in bookings])
    covered = set()
    for clique in clique_cover(near):
        literals = [literal for i in clique for literal in bookings[i].literals]
        if active is None:
            model.add_at_most_one(literals)
        else:
            model.add(cp_model.LinearExpr.sum(literals) <= active)
            covered.update(clique)
    if active is not None:
        for i, booking in enumerate(bookings):
            if i not in covered:
                model.add(cp_model.LinearExpr.sum(booking.literals) <= active)


def _add_caps(model, limits, bookings):
    """Rule 17 where pairs do not tell it all."""
    everything = [literal for booking in bookings for literal in booking.literals]
    if len({booking.session["id"] for booking in bookings}) > limits["perSeason"]:
        model.add(cp_model.LinearExpr.sum(everything) <= limits["perSeason"])
    for most, key in ((limits["perDay"], lambda part: part.day), (limits["perWeek"], lambda part: part.week)):
        counts = {}
        for booking in bookings:
            for part in booking.parts:
                here = counts.setdefault(key(part), {})
                here[booking] = here.get(booking, 0) + 1
        for here in counts.values():
            _add_cap(model, most, here)


def _add_cap(model, most, counts):
    """No more than so many parts; left out where cliques or numbers see to it."""
    if most == 1 and max(counts.values()) == 1:
        return
    by_session = {}
    for booking, count in counts.items():
        key = booking.session["id"]
        by_session[key] = max(by_session.get(key, 0), count)
    if sum(by_session.values()) <= most:
        return
    literals = [(literal, count) for booking, count in counts.items() for literal in booking.literals]
    model.add(cp_model.LinearExpr.weighted_sum([x for x, _ in literals], [n for _, n in literals]) <= most)


def _add_exposure(model, limits, lived):
    """Rule 18."""
    for theme, most in limits["exposure"].items():
        literals = [x for session, x in lived if any(one["id"] == theme for one in session["themes"])]
        if len(literals) > most:
            model.add(cp_model.LinearExpr.sum(literals) <= most)


def _add_fairness(season, model, objective, trainer, bookings):
    """`fairness`: a convex function of a whole load, so the lines through its neighbouring points tell all of it."""
    weight, share = season.weights["fairness"], trainer["share"]
    objective.constant += weight * unfairness(share, 0)
    heaviest = {}
    for booking in bookings:
        key = booking.session["id"]
        heaviest[key] = max(heaviest.get(key, 0), booking.session["halfDays"])
    sizes = sorted(heaviest.values(), reverse=True)[: trainer["limits"]["perSeason"]]
    if weight == 0 or sum(sizes) == 0:
        return
    literals = [x for booking in bookings for x in booking.literals]
    halves = [booking.session["halfDays"] for booking in bookings for _ in booking.literals]
    load = cp_model.LinearExpr.weighted_sum(literals, halves)
    # One boolean for each half-day under the least and over the most; the marginal costs rise, so they fill in order.
    most = sum(sizes)
    under = [model.new_bool_var("") for _ in range(min(share["min"], most))]
    if under:
        model.add(cp_model.LinearExpr.sum(under) <= load)
    for k, filled in enumerate(under):
        objective.add(filled, -weight * (unfairness(share, k) - unfairness(share, k + 1)))
    over = [model.new_bool_var("") for _ in range(share["max"], most)]
    if over:
        model.add(load - share["max"] <= cp_model.LinearExpr.sum(over))
    for k, filled in enumerate(over):
        objective.add(filled, weight * (2 * k + 1))
    sizes = list(zip(literals, halves))
    for steps, first in ((under, 0), (over, share["max"])):
        for k, filled in enumerate(steps):
            objective.counters.append((filled, sizes, first + k))
        for earlier, later in zip(steps, steps[1:]):
            model.add_implication(later, earlier)
