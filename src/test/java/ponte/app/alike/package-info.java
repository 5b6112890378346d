/**
 * The same conversations on every platform, and each path of a question and of an introduction:
 * what comes from people is what the platform sends, and what they are shown is what it was told.
 */
@NullMarked
package ponte.app.alike;

import org.jspecify.annotations.NullMarked;
