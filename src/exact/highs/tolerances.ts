/** Every tolerance that stands between HiGHS's floating point and a whole-number claim of ours. */

/**
 * How far an integer column may be from a whole number, and a row of the mixed-integer program from its limit, in HiGHS
 * (`mip_feasibility_tolerance`; its default, stated so that it cannot drift).
 */
export const MIP_FEASIBILITY = 1e-6;

/** How far a row or bound of a linear program may be broken in HiGHS (`primal_feasibility_tolerance`, its default). */
export const PRIMAL_FEASIBILITY = 1e-7;

/** How wrong the sign of a reduced cost may be in HiGHS (`dual_feasibility_tolerance`, its default). */
export const DUAL_FEASIBILITY = 1e-7;

/**
 * How far a row may be broken once the integer columns of an answer are rounded to whole numbers, per unit of the row's
 * largest term. An answer beyond it is not handed out.
 */
export const ROUNDED_ROW = 1e-5;

/**
 * The safety margin of a bound that HiGHS computed: `BOUND_ABSOLUTE + BOUND_RELATIVE × |bound|`, taken off before the
 * bound is rounded up. It covers reduced costs that are wrong by `DUAL_FEASIBILITY` over a thousand unit columns and
 * a relative error of the sum; `safeLpBound` is the way to a bound that needs no such trust.
 */
export const BOUND_ABSOLUTE = 1e-4;
export const BOUND_RELATIVE = 1e-8;
