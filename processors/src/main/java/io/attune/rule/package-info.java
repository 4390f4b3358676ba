/** Expressions in CEL, whoever's they are: compiled and type checked when their file is read, with the place of every mistake. */
package io.attune.rule;
