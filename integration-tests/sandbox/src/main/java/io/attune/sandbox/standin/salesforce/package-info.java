/** Salesforce: logins, SOQL, the Bulk API 2.0, collections of sObjects, and limits. */
package io.attune.sandbox.standin.salesforce;
