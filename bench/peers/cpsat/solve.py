"""Plans a season with OR-Tools CP-SAT: `solve.py SEASON PLAN LOG SECONDS SEED THREADS`.

Leaves a plan, and a log with a line {"ms", "cost", "bound"} for each improvement of either; prints {"status", "note"}.
The seconds count from the start of the process, building the model included. Ends with 1 where it has no plan.
"""

import time

STARTED = time.perf_counter()

import json  # noqa: E402
import math  # noqa: E402
import sys  # noqa: E402

from ortools.sat.python import cp_model  # noqa: E402

from model import SeasonModel  # noqa: E402
from parameters import tuned  # noqa: E402
from season import read_season  # noqa: E402
from warm import add_start  # noqa: E402

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
        self._cost = round(self.objective_value)
        self.on_bound(self.best_objective_bound)

    def on_bound(self, bound):
        """A better bound, or the same one."""
        self._bound = max(self._bound, rounded_up(bound))
        milliseconds = round((time.perf_counter() - STARTED) * 1000)
        self._file.write(json.dumps({"ms": milliseconds, "cost": self._cost, "bound": self._bound}) + "\n")
        self._file.flush()


def rounded_up(bound):
    """The solver counts in whole numbers and tells them as floating point."""
    return max(0, math.ceil(bound - 1e-6)) if math.isfinite(bound) else 0


def solve(season_path, plan_path, log_path, seconds, seed, threads):
    """Runs one season; returns the exit code."""
    season = read_season(season_path)
    built = SeasonModel(season)
    add_start(built, lambda share: time.perf_counter() - STARTED > seconds * share)
    log = Log(log_path)
    solver = cp_model.CpSolver()
    tuned(solver.parameters, threads)
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(0.1, seconds - TO_WRITE - (time.perf_counter() - STARTED))
    solver.best_bound_callback = log.on_bound
    status = solver.solve(built.model, log)
    word = WORDS.get(status, "time")
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        print(json.dumps({"status": word, "note": "none within its time" if word == "time" else "it says there is none"}))
        return 1
    bound = rounded_up(solver.best_objective_bound)
    log.on_bound(bound)
    plan = {
        "format": "koppel-plan/1",
        "season": season.id,
        "assignments": built.assignments(solver.boolean_value),
        "cost": round(solver.objective_value),
        "bound": bound,
    }
    with open(plan_path, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    print(json.dumps({"status": word}))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit("usage: solve.py SEASON PLAN LOG SECONDS SEED THREADS")
    sys.exit(solve(*sys.argv[1:4], float(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6])))
