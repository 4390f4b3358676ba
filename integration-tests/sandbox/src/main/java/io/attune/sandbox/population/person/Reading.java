package io.attune.sandbox.population.person;

/**
 * How somebody takes messages.
 *
 * @param openRate probability to open an e-mail while their interest is whole
 * @param clickRate probability to follow a link in an opened one
 * @param unsubscribeRate probability to unsubscribe on an e-mail, or to answer STOP to a text message
 * @param hour local hour around which they read their mail
 * @param preference the channel whose messages move them
 * @param persuasion how much messages move them to buy, with mean 1 over people
 */
public record Reading(
        double openRate,
        double clickRate,
        double unsubscribeRate,
        double hour,
        ChannelPreference preference,
        double persuasion) {}
