/** OpenSearch as those who run Ponte meet it: commands, login, certificates. */
@NullMarked
package ponte.app.opensearch;

import org.jspecify.annotations.NullMarked;
