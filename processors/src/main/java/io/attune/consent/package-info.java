/** What people agreed to, which addresses are suppressed, and the one gate in front of every channel. */
package io.attune.consent;
