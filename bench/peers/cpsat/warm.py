"""A first plan by hand for the solver to start from: sessions by scarcity, each its cheapest team, then better."""

import itertools

from cliques import conflict, too_many
from season import fee_of, unfairness

#: Candidates of each role that are looked at for one slot.
WIDTH = {1: 10, 2: 7}
LEAST_WIDTH = 5
#: The shares of the time after which the first plan is not added to, and not improved, any more.
TO_PLACE, TO_IMPROVE = 0.35, 0.2


class Booked:
    """The team of one session."""

    def __init__(self, staffing, slot, team, fees):
        self.slot = slot
        self.parts = staffing.parts[slot]
        self.team = team
        self.fees = fees
        self.literals = {staffing.used[slot].index, *(member.literal.index for member in team)}


class Start:
    """A plan as it grows."""

    def __init__(self, built):
        self.season = built.season
        self.costs = {index: cost for index, (_, cost) in built.objective.terms.items()}
        self.helpers = {}
        for literal, groups, session in built.objective.helpers:
            sets = [frozenset(x.index for x in group) for group in groups]
            self.helpers.setdefault(session, []).append((self.costs.get(literal.index, 0), sets))
        self.diary = {trainer["id"]: {} for trainer in self.season.trainers}
        self.left = {programme["id"]: programme["budget"] for programme in self.season.data["programmes"]}
        self.booked = {}
        self.before, self.after = {}, {}
        for series in self.season.data["series"]:
            for early, late in zip(series["sessions"], series["sessions"][1:]):
                self.before[late] = (early, series)
                self.after[early] = (late, series)

    def place(self, staffing):
        """Books the cheapest team of a session, where one is worth having; a better one, where it has one."""
        old = self._take(staffing)
        best = None if is_full_pin(staffing) else 0
        if old is not None:
            best = self._team_cost(staffing, old.slot, old.team)
        booking = old
        for slot in staffing.used:
            if not self._in_order(staffing, slot):
                continue
            for team, fees in self._teams(staffing, slot):
                cost = self._team_cost(staffing, slot, team)
                if best is None or cost < best:
                    best, booking = cost, Booked(staffing, slot, team, fees)
        if booking is not None:
            self._put(staffing, booking)
        return booking is not old

    def _take(self, staffing):
        """Takes a session's booking out."""
        session = staffing.session
        old = self.booked.pop(session["id"], None)
        if old is not None:
            for member in old.team:
                del self.diary[member.trainer][session["id"]]
            if session["programme"] is not None:
                self.left[session["programme"]] += old.fees
        return old

    def _put(self, staffing, booking):
        session = staffing.session
        self.booked[session["id"]] = booking
        for member in booking.team:
            self.diary[member.trainer][session["id"]] = (session, booking.parts, member.role)
        if session["programme"] is not None:
            self.left[session["programme"]] -= booking.fees

    def _in_order(self, staffing, slot):
        """Rule 19 against the sessions before and after."""
        here = staffing.parts[slot]
        if staffing.session["id"] in self.before:
            early, series = self.before[staffing.session["id"]]
            if early not in self.booked:
                return False
            days = here[0].day - self.booked[early].parts[-1].day
            if not series["minDays"] <= days <= series["maxDays"]:
                return False
        late, series = self.after.get(staffing.session["id"], (None, None))
        if late not in self.booked:
            return True
        return series["minDays"] <= self.booked[late].parts[0].day - here[-1].day <= series["maxDays"]

    def _teams(self, staffing, slot):
        """Teams that fit, from the cheapest candidates of each role, and their fees."""
        session, groups = staffing.session, []
        kept = {member["trainer"] for member in session["pinned"]["team"]} if session["pinned"] else set()
        for role, count in staffing.seats:
            mine = [m for m in staffing.by_seat[slot, role] if self._fits(staffing, m)]
            mine.sort(key=lambda m: (m.trainer not in kept, self._cost(staffing, m)))
            groups.append(list(itertools.combinations(mine[: WIDTH.get(count, LEAST_WIDTH)], count)))
        for chosen in itertools.product(*groups):
            team = [member for group in chosen for member in group]
            names = {member.trainer for member in team}
            if len(names) < len(team) or not kept <= names or not self._may_sit(staffing, team):
                continue
            parts = staffing.parts[slot]
            fees = sum(fee_of(self.season.trainer[m.trainer], session, parts) for m in team)
            if session["programme"] is None or fees <= self.left[session["programme"]]:
                yield team, fees

    def _may_sit(self, staffing, team):
        """Rules 7 and 9 to 12 for a whole team."""
        if any(self.season.apart(a.trainer, b.trainer) for a, b in itertools.combinations(team, 2)):
            return False
        trainer = self.season.trainer
        return all(
            any(m.role in need.roles() and need.meets(trainer[m.trainer]) for m in team) for need in staffing.open_needs
        )

    def _team_cost(self, staffing, slot, team):
        """What a team costs more than none, as the rest stands."""
        on = {member.literal.index for member in team}
        early = self.before.get(staffing.session["id"], (None,))[0]
        if early in self.booked:
            on |= self.booked[early].literals
        helped = sum(
            cost
            for cost, groups in self.helpers.get(staffing.session["id"], ())
            if not any(group.isdisjoint(on) for group in groups)
        )
        own = sum(self._cost(staffing, member) for member in team)
        return helped + own + self.costs.get(staffing.used[slot].index, 0)

    def _cost(self, staffing, member):
        """What a member costs by herself, her load included."""
        share = self.season.trainer[member.trainer]["share"]
        load = sum(session["halfDays"] for session, _, _ in self.diary[member.trainer].values())
        rise = unfairness(share, load + staffing.session["halfDays"]) - unfairness(share, load)
        return self.costs.get(member.literal.index, 0) + self.season.weights["fairness"] * rise

    def _fits(self, staffing, member):
        """Rules 14 to 18."""
        diary = self.diary[member.trainer].values()
        limits = self.season.trainer[member.trainer]["limits"]
        parts, session = staffing.parts[member.slot], staffing.session
        if len(diary) + 1 > limits["perSeason"]:
            return False
        if any(conflict(self.season, limits, (session, parts), (other, busy)) for other, busy, _ in diary):
            return False
        everything = [part for _, busy, _ in diary for part in busy] + parts
        if too_many((p.day for p in everything), limits["perDay"]):
            return False
        if too_many((p.week for p in everything), limits["perWeek"]):
            return False
        return member.role != "lived" or all(
            self._sat(diary, theme["id"]) < limits["exposure"].get(theme["id"], 1 << 30) for theme in session["themes"]
        )

    def _sat(self, diary, theme):
        """How often a trainer sits in a lived seat on a theme."""
        return sum(role == "lived" and any(t["id"] == theme for t in s["themes"]) for s, _, role in diary)


def is_full_pin(staffing):
    """Whether a pin fills every seat."""
    pinned = staffing.session["pinned"]
    return pinned is not None and len(pinned["team"]) == sum(count for _, count in staffing.seats)


def choice(staffing):
    """The number of candidates for each seat, in the best slot."""
    by_seat = staffing.by_seat
    return max(
        (min(len(by_seat[slot, role]) / seats for role, seats in staffing.seats) for slot in staffing.used), default=0
    )


def add_start(built, is_over):
    """Hints the model with a first plan and returns the literals that are true in it, by index.

    `is_over` tells whether a share of the time has passed.
    """
    start = Start(built)
    order = {}
    for staffing in sorted(built.staffings.values(), key=lambda one: (not is_full_pin(one), choice(one))):
        chain = [staffing.session["id"]]
        while chain[-1] in start.before:
            chain.append(start.before[chain[-1]][0])
        order.update((session, built.staffings[session]) for session in reversed(chain))
    fixed = [staffing for staffing in order.values() if is_full_pin(staffing)]
    free = [staffing for staffing in order.values() if not is_full_pin(staffing)]
    for staffing in fixed:
        start.place(staffing)
    better, share = True, TO_PLACE
    while better and not is_over(share):
        better = False
        for staffing in free:
            if not is_over(share):
                better = start.place(staffing) or better
        share = TO_IMPROVE
    return hint(built, set().union(*(booking.literals for booking in start.booked.values())))


def completed(built, on):
    """The literals that are true, by index, with those that only help."""
    whole = set(on)
    for literal, groups, _ in built.objective.helpers:
        if all(any(x.index in on for x in group) for group in groups):
            whole.add(literal.index)
    for literal, sizes, most in built.objective.counters:
        if sum(size for x, size in sizes if x.index in on) > most:
            whole.add(literal.index)
    return whole


def hint(built, on):
    """Hints every literal, those that help included, so that the hint is whole; returns what is true in it."""
    whole = completed(built, on)
    helping = [entry[0] for entry in built.objective.helpers + built.objective.counters]
    for literal in [*built.decisions(), *helping]:
        built.model.add_hint(literal, literal.index in whole)
    return whole
