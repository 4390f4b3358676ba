/** Groups of people that are alike: which one a feature vector belongs to, by the nearest centre. */
package io.attune.segmentation;
