/** The messages that people got, whichever service sent them. */
package io.attune.sandbox.inbox;
