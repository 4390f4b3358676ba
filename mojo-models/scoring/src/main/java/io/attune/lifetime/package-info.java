/**
 * How often a person will buy, for how much, and what that is worth: BG/NBD (Fader, Hardie &amp; Lee 2005) and
 * Gamma–Gamma (Fader &amp; Hardie 2013), fitted by maximum likelihood. Imports nothing else of Attune.
 *
 * <p>Time is measured in one unit throughout a fit; Attune uses weeks. All types are immutable and safe to share.
 */
package io.attune.lifetime;
