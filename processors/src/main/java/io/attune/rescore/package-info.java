/**
 * Scores people whom no record touches: those that history was loaded for, and those for whom a day has passed. What moves
 * by time alone becomes visible here, such as a customer who fell silent.
 */
package io.attune.rescore;
