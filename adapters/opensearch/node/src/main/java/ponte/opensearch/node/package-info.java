/** A node of OpenSearch in a process of its own, for tests. */
@NullMarked
package ponte.opensearch.node;

import org.jspecify.annotations.NullMarked;
