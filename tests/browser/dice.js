// SPDX-License-Identifier: MIT
// Numbers that look thrown and are the same in every run (Lehmer's generator, the minimal standard).
'use strict';

// Returns a function that gives the next number from 0 to below BELOW.
exports.dice = (seed) => {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
};
