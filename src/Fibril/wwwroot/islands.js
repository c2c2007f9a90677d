// Custom elements, registered once. Each stands over a form control or table that already does the job without it.
import "/signature-field.js";
import "/passkeys.js";
import "./numbing-clock.js";
import "./cream-strip.js";
import "./hold-clock.js";
import "./photo-capture.js";
import "./photo-zoom.js";
import "/lib/index.js"; // img-comparison-slider
import "./barcode-scan.js";
import "./live-page.js";
import "./page-keys.js";
import "./drag-visits.js";
import "./draft-form.js";
import "./not-sent.js";
import "./step-field.js";
import "./depth-limits.js";
import "./skin-map.js";
