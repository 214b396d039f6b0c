"""What a session costs, over its slots and members. Where one seat decides, the cost falls on its members."""

from ortools.sat.python import cp_model

from candidates import Need, has_level, has_tags, seats_in
from season import fee_of


def add_session_costs(season, model, objective, staffing):
    """Adds every cost of one session but those that look at another one."""
    session, weights = staffing.session, season.weights
    unstaffed = weights["unstaffed"] * session["priority"]
    objective.constant += unstaffed
    pairs = sum(count for _, count in staffing.seats)
    for slot, used in staffing.used.items():
        objective.add(used, weights["slot"] * slot - unstaffed + weights["pair"] * (pairs * (pairs - 1) // 2))
    for member in staffing.members:
        objective.add(member.literal, member_cost(season, staffing, member))
    _add_published(season, objective, staffing)
    _add_pairs(season, model, objective, staffing)
    for theme in session["themes"]:
        _add_depth(season, model, objective, staffing, theme)
    for community in session["communities"]:
        _add_background(season, model, objective, staffing, community)


def member_cost(season, staffing, member):
    """Travel, fee and discouraged hours of one member."""
    session, weights = staffing.session, season.weights
    trainer, parts = season.trainer[member.trainer], staffing.parts[member.slot]
    cost = weights["fee"] * fee_of(trainer, session, parts)
    if session["place"] is not None:
        cost += weights["travelKm"] * season.km(trainer["home"], session["place"])
    unliked = season.unliked[member.trainer]
    if any(start < part.end and part.start < end for part in parts for start, end in unliked):
        cost += weights["discouraged"]
    return cost


def _add_published(season, objective, staffing):
    """`change` and `move`."""
    published = season.published.get(staffing.session["id"])
    if published is None:
        return
    known = {member["trainer"] for member in published["team"]}
    objective.constant += season.weights["change"] * len(known)
    for member in staffing.members:
        if member.trainer in known:
            objective.add(member.literal, -season.weights["change"])
    for slot, used in staffing.used.items():
        if slot != published["slot"]:
            objective.add(used, season.weights["move"])


def _add_pairs(season, model, objective, staffing):
    """What named pairs cost more or less than any other two, which the slots pay for."""
    here = {}
    for member in staffing.members:
        here.setdefault(member.trainer, []).append(member.literal)
    for pair, cost in season.pair_cost.items():
        more = cost - season.weights["pair"]
        if more == 0 or not all(trainer in here for trainer in pair):
            continue
        sits = [here[trainer] for trainer in sorted(pair)]
        a, b = map(cp_model.LinearExpr.sum, sits)
        both = model.new_bool_var("")
        if more > 0:
            model.add(both >= a + b - cp_model.LinearExpr.sum(staffing.staffed()))
        else:
            model.add(both <= a)
            model.add(both <= b)
        objective.add(both, more)
        objective.helpers.append((both, sits, staffing.session["id"]))


def _add_depth(season, model, objective, staffing, theme):
    """`depth`: a step for each level between what is needed and what is wished for."""
    weight = season.weights["depth"]
    roles = Need(theme["who"], None).roles()
    for level in range(theme["level"] + 1, theme["wish"] + 1):
        reaches = has_level(theme["id"], level)
        for used in staffing.staffed():
            objective.add(used, weight)
        _add_reward(season, model, objective, staffing, roles, reaches, weight)


def _add_background(season, model, objective, staffing, community):
    """`background`: one share is saved if anybody shares the community, another if a lived seat does."""
    weight = season.weights["background"] * community["weight"]
    shares = has_tags("backgrounds", community["backgrounds"])
    for used in staffing.staffed():
        objective.add(used, 2 * weight)
    _add_reward(season, model, objective, staffing, ("lived",), shares, weight)
    _add_reward(season, model, objective, staffing, ("professional", "lived", "actor"), shares, weight)


def _add_reward(season, model, objective, staffing, roles, meets, reward):
    """Saves a cost if a member in one of the roles meets a wish."""
    trainer = season.trainer
    meeting = staffing.literals(lambda m: m.role in roles and meets(trainer[m.trainer]))
    if not meeting or reward == 0:
        return
    can_meet = {role for role, _ in staffing.seats if role in roles} & {
        m.role for m in staffing.members if meets(trainer[m.trainer])
    }
    if seats_in(staffing.session, can_meet) == 1:
        for literal in meeting:
            objective.add(literal, -reward)
        return
    met = model.new_bool_var("")
    model.add(met <= cp_model.LinearExpr.sum(staffing.staffed()))
    model.add_bool_or([*meeting, met.negated()])
    objective.add(met, -reward)
    objective.helpers.append((met, [meeting], staffing.session["id"]))
