/** What is shown of a running Ponte, read as those read it who are shown it. */
@NullMarked
package ponte.app.observation;

import org.jspecify.annotations.NullMarked;
