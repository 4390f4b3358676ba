/** Typed errors: every one has a code that can be counted, a category, and says what was found and what to do. */
package io.attune.error;
