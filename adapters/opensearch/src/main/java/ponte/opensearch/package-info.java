/** The message archive on a cluster of OpenSearch, which any number of replicas share. */
@NullMarked
package ponte.opensearch;

import org.jspecify.annotations.NullMarked;
