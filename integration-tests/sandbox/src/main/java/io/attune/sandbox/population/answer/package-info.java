/** How people answer the hub's messages, and what a message changes in what they buy. */
package io.attune.sandbox.population.answer;
