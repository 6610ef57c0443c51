/** The registry API between parties: our client and Confluent's, our registry and Apicurio's, each with each. */
@NullMarked
package dev.twinwatch.interop.registry;

import org.jspecify.annotations.NullMarked;
