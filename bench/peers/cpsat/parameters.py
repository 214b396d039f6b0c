"""How CP-SAT is tuned for seasons.

Tried on seasons of 60 trainers and 160 sessions (m) and of 120 and 700 (l), 60 s, 2 threads, on a busy machine:

- the usual two workers: 91 % open on m (its one full worker works with linearization level 1, whatever is asked for);
- `max_lp`: m optimal in 8 s, l: bound 256,141;
- `reduced_costs`: m optimal in 7 s, l: bound 236,937 in batches of 50 rows and 2,000 iterations;
- `reduced_costs`, the whole relaxation at the root at once: m optimal in 14 to 50 s, l: bound 261,462 after 55 s;
- `reduced_costs`, violated rows in large batches: l: bound 258,515 in a third of the work, m: open by 0.3 to 0.4 %.
- So: the whole relaxation at once up to SMALL literals, and batches above.
- cores (`optimize_with_core`): bound 54,367 on m, where 68,807 is the optimum;
- no probing: quicker by some seconds on l, but leaves thousands of literals open that it would have fixed.

Beside the one full worker the second thread runs neighbourhood searches and local search from the first plan.
"""


#: Literals of slots and members.
SMALL = 15_000


def tuned(parameters, threads, literals):
    """Sets what was found best for a model of so many literals of slots and members."""
    parameters.num_workers = threads
    parameters.subsolvers.append("reduced_costs")
    if literals <= SMALL:
        parameters.add_lp_constraints_lazily = False
    parameters.new_constraints_batch_size = 3000
    parameters.root_lp_iterations = 100_000
    # Once is enough: further rounds of probing find next to nothing and take seconds.
    parameters.max_presolve_iterations = 1
    parameters.symmetry_level = 0
