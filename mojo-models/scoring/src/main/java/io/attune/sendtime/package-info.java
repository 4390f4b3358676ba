/**
 * When to write to whom: the probability that somebody opens a message in each hour of the week, learned from what they
 * opened, shrunk to what everybody does where little is known.
 */
package io.attune.sendtime;
