/** Expressions in CEL, whoever wrote them: compiled and type checked when their file is read, with the place of every mistake. */
package io.attune.rule;
