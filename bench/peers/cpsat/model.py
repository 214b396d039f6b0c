"""The season as a CP-SAT model: a boolean for each slot and for each member who may sit in it.

A boolean per slot *and* member, rather than per member and session with the slot apart, is what makes it quick: the
relaxation is tight, and a trainer's clashes are plain cliques of literals.
"""

from ortools.sat.python import cp_model

from candidates import Candidates, seats_in
from costs import add_session_costs
from pool import add_trainer_rules
from season import fee_of


class Objective:
    """The cost as it grows: a constant and terms."""

    def __init__(self):
        self.constant = 0
        self.terms = {}
        #: literals that are true if one literal of each of their groups is: (literal, groups, id of their session)
        self.helpers = []
        #: literals that are true if the sizes of those literals that are true come to more than this
        self.counters = []

    def add(self, literal, cost):
        """Adds a cost where a literal is true; cost per unit for an integer."""
        if cost != 0:
            index = literal.index
            known = self.terms.get(index)
            self.terms[index] = (literal, cost + (known[1] if known else 0))

    def at(self, on):
        """The cost where these literals, by index, are true and all others false."""
        return self.constant + sum(cost for index, (_, cost) in self.terms.items() if index in on)

    def expression(self):
        """The cost as an expression of the model."""
        kept = [(literal, cost) for literal, cost in self.terms.values() if cost != 0]
        return cp_model.LinearExpr.weighted_sum([x for x, _ in kept], [c for _, c in kept]) + self.constant


class Member:
    """A trainer in a seat of one slot."""

    __slots__ = ("literal", "role", "slot", "trainer")

    def __init__(self, literal, slot, role, trainer):
        self.literal = literal
        self.slot = slot
        self.role = role
        self.trainer = trainer


class Staffing:
    """What the model knows of one session: its slots in use and its members."""

    def __init__(self, season, model, session):
        self.session = session
        self.parts = season.parts[session["id"]]
        candidates = Candidates(season, session)
        self.seats = candidates.seats
        self.open_needs = candidates.open_needs
        self.used = {}
        self.members = []
        self.by_seat = {}
        for slot, by_role in enumerate(candidates.slots):
            if by_role is not None:
                self._offer(model, slot, by_role, candidates)
        if len(self.used) > 1:
            model.add_at_most_one(self.used.values())
        self._pin(model)

    def _offer(self, model, slot, by_role, candidates):
        """A slot: seats filled if it is used, nobody twice, what the team needs."""
        used = model.new_bool_var("")
        self.used[slot] = used
        mine = []
        for role, count in self.seats:
            members = [Member(model.new_bool_var(""), slot, role, trainer) for trainer in by_role[role]]
            mine += members
            self.by_seat[slot, role] = members
            literals = [member.literal for member in members]
            if count == 1:
                # Exactly one of these or the slot is not used.
                model.add_exactly_one([*literals, used.negated()])
            else:
                model.add(cp_model.LinearExpr.sum(literals) == count * used)
        self.members += mine
        by_trainer = {}
        for member in mine:
            by_trainer.setdefault(member.trainer, []).append(member.literal)
        for literals in by_trainer.values():
            if len(literals) > 1:
                model.add_at_most_one(literals)
        trainer = candidates.season.trainer
        for need in candidates.open_needs:
            looked = [member for member in mine if member.role in need.roles()]
            meeting = [member.literal for member in looked if need.meets(trainer[member.trainer])]
            if len(meeting) < len(looked):
                model.add_bool_or([*meeting, used.negated()])

    def _pin(self, model):
        """Rule 13; pinned slots and seats are seen to by the candidates."""
        pinned = self.session["pinned"]
        if pinned is None:
            return
        seats = {member["trainer"]: member["seat"] for member in pinned["team"]}
        for slot, used in self.used.items():
            for trainer in seats:
                sits = [m.literal for m in self.members if m.slot == slot and m.trainer == trainer]
                model.add_bool_or([*sits, used.negated()])
            if len(seats) == sum(count for _, count in self.seats):
                model.add_bool_or([used])

    def staffed(self):
        """The literals of which one is true if the session is staffed."""
        return list(self.used.values())

    def literals(self, wanted):
        """The literals of the members that a test picks; at most one for each seat is true."""
        return [member.literal for member in self.members if wanted(member)]


class SeasonModel:
    """The whole model, and the plan that a solution stands for."""

    def __init__(self, season):
        self.season = season
        self.model = cp_model.CpModel()
        self.objective = Objective()
        self.staffings = {s["id"]: Staffing(season, self.model, s) for s in season.sessions}
        for staffing in self.staffings.values():
            add_session_costs(season, self.model, self.objective, staffing)
            self._keep_apart(staffing)
        for series in season.data["series"]:
            for before, after in zip(series["sessions"], series["sessions"][1:]):
                self._order(series, self.staffings[before], self.staffings[after])
                self._continuity(self.staffings[before], self.staffings[after])
        add_trainer_rules(season, self.model, self.objective, self.staffings.values())
        self._budgets()
        self.model.minimize(self.objective.expression())

    def _keep_apart(self, staffing):
        """Rule 7: a trainer and those she must not meet, slot by slot."""
        for slot in staffing.used:
            mine = [m for m in staffing.members if m.slot == slot]
            for i, one in enumerate(mine):
                for other in mine[i + 1 :]:
                    if one.trainer != other.trainer and self.season.apart(one.trainer, other.trainer):
                        self.model.add_at_most_one([one.literal, other.literal])

    def _order(self, series, before, after):
        """Rule 19, in both directions."""

        def fits(early, late):
            days = after.parts[late][0].day - before.parts[early][-1].day
            return series["minDays"] <= days <= series["maxDays"]

        for late, used in after.used.items():
            fitting = [literal for early, literal in before.used.items() if fits(early, late)]
            self.model.add_bool_or([*fitting, used.negated()])
        for early, used in before.used.items():
            clashing = [literal for late, literal in after.used.items() if not fits(early, late)]
            if clashing:
                self.model.add_at_most_one([used, *clashing])

    def _continuity(self, before, after):
        """A cost for each member, actors apart, who is new in the series."""
        weight = self.season.weights["continuity"]
        if weight == 0:
            return
        seats = seats_in(after.session, ("professional", "lived"))
        for used in after.staffed():
            self.objective.add(used, weight * seats)
        for trainer in sorted({m.trainer for m in after.members if m.role != "actor"}):
            was = before.literals(lambda m: m.trainer == trainer)
            comes = after.literals(lambda m: m.trainer == trainer and m.role != "actor")
            if was:
                stays = self.model.new_bool_var("")
                self.model.add(stays <= cp_model.LinearExpr.sum(was))
                self.model.add(stays <= cp_model.LinearExpr.sum(comes))
                self.objective.add(stays, -weight)
                self.objective.helpers.append((stays, [was, comes], after.session["id"]))

    def _budgets(self):
        """Rule 20."""
        for programme in self.season.data["programmes"]:
            literals, fees = [], []
            for staffing in self.staffings.values():
                if staffing.session["programme"] != programme["id"]:
                    continue
                for member in staffing.members:
                    trainer = self.season.trainer[member.trainer]
                    literals.append(member.literal)
                    fees.append(fee_of(trainer, staffing.session, staffing.parts[member.slot]))
            if literals:
                self.model.add(cp_model.LinearExpr.weighted_sum(literals, fees) <= programme["budget"])

    def decisions(self):
        """The literals of slots and members."""
        return [
            literal
            for staffing in self.staffings.values()
            for literal in (*staffing.used.values(), *(member.literal for member in staffing.members))
        ]

    def assignments(self, value):
        """The plan's assignments at a solution; `value` tells whether a literal is true."""
        found = []
        for session in self.season.sessions:
            staffing = self.staffings[session["id"]]
            slot = next((slot for slot, used in staffing.used.items() if value(used)), None)
            if slot is None:
                continue
            members = [m for m in staffing.members if m.slot == slot and value(m.literal)]
            team = [{"seat": m.role, "trainer": m.trainer} for m in members]
            found.append({"session": session["id"], "slot": slot, "team": team})
        return found
