/** What a person does: purchases, visits, mails, tickets. Nothing here knows what a source looks like. */
package io.attune.sandbox.population.behaviour;
