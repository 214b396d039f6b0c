"""Plans a season with OR-Tools CP-SAT: `solve.py SEASON PLAN LOG SECONDS SEED THREADS`.

Leaves a plan, and a log with a line {"ms", "cost", "bound"} for each improvement of either; prints {"status"}.
The seconds count from the start of the process, building the model included.
"""

import time

STARTED = time.perf_counter()

import json  # noqa: E402
import math  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402

from ortools.sat.python import cp_model  # noqa: E402

from model import SeasonModel  # noqa: E402
from parameters import tuned  # noqa: E402
from season import read_season  # noqa: E402
from warm import add_start, completed  # noqa: E402

#: Seconds left for writing the plan and ending.
TO_WRITE = 0.7
WORDS = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "time", cp_model.INFEASIBLE: "infeasible"}


class Log(cp_model.CpSolverSolutionCallback):
    """Writes a line whenever the cost or the bound gets better."""

    def __init__(self, path):
        super().__init__()
        self._file = open(path, "a", encoding="utf-8")
        self._cost = None
        self._bound = 0

    def on_solution_callback(self):
        """A better solution."""
        self.on_plan(round(self.objective_value))

    def on_plan(self, cost, bound=0):
        """A better cost."""
        self._cost = cost if self._cost is None else min(cost, self._cost)
        self.on_bound(bound)

    def on_bound(self, bound):
        """A better bound, or the same one."""
        self._bound = max(self._bound, rounded_up(bound))
        milliseconds = round((time.perf_counter() - STARTED) * 1000)
        self._file.write(json.dumps({"ms": milliseconds, "cost": self._cost, "bound": self._bound}) + "\n")
        self._file.flush()


def rounded_up(bound):
    """The solver counts in whole numbers and tells them as floating point."""
    return max(0, math.ceil(bound - 1e-6)) if math.isfinite(bound) else 0


def write_plan(path, season, assignments, cost, bound):
    """Leaves a plan, or a better one."""
    plan = {"format": "koppel-plan/1", "season": season.id, "assignments": assignments, "cost": cost, "bound": bound}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)


def solve(season_path, plan_path, log_path, seconds, seed, threads):
    """Runs one season; returns the exit code."""
    season = read_season(season_path)
    built = SeasonModel(season)
    log = Log(log_path)
    on = add_start(built, lambda share: time.perf_counter() - STARTED > seconds * share)
    # Left at once, in case that the machine is too slow for more.
    write_plan(plan_path, season, built.assignments(lambda literal: literal.index in on), built.objective.at(on), 0)
    log.on_plan(built.objective.at(on))
    solver = cp_model.CpSolver()
    tuned(solver.parameters, threads, len(built.decisions()))
    solver.parameters.random_seed = seed
    left = seconds - TO_WRITE - (time.perf_counter() - STARTED)
    solver.best_bound_callback = log.on_bound
    status = cp_model.UNKNOWN
    if left > 0:
        solver.parameters.max_time_in_seconds = left
        status = solver.solve(built.model, log)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        bound = rounded_up(solver.best_objective_bound)
        # Short of the optimum its help literals need not be tight: its own value may be more than the plan costs.
        found = {literal.index for literal in built.decisions() if solver.boolean_value(literal)}
        on = min(on, completed(built, found), key=built.objective.at)
        log.on_plan(built.objective.at(on), bound)
        write_plan(plan_path, season, built.assignments(lambda x: x.index in on), built.objective.at(on), bound)
    print(json.dumps({"status": WORDS.get(status, "time")}))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit("usage: solve.py SEASON PLAN LOG SECONDS SEED THREADS")
    code = solve(*sys.argv[1:4], float(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6]))
    sys.stdout.flush()
    # Everything is written, and taking a large model down can take longer than the bench waits.
    os._exit(code)
