// Text of a model to HTML that can do no harm: no raw HTML, no pictures from outside, links open elsewhere.
import DOMPurify from "../vendor/dompurify.js";
import MarkdownIt from "../vendor/markdown-it.js";

const reader = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable("image");

reader.renderer.rules.link_open = (tokens, index, options, _, renderer) => {
  tokens[index].attrSet("target", "_blank");
  tokens[index].attrSet("rel", "noopener noreferrer");
  return renderer.renderToken(tokens, index, options);
};
// What a tool says is plain text, also "2 * 3 * 4"; only its lines and lists are drawn.
const plain = new MarkdownIt("zero", { breaks: true }).enable(["list", "newline"]);

// A wide table scrolls by itself, and the keyboard reaches it.
reader.renderer.rules.table_open = () => '<div class="wide" tabindex="0" role="group"><table>';
reader.renderer.rules.table_close = () => "</table></div>";

const allowed = {
  ALLOWED_TAGS: ["a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"],
  ALLOWED_ATTR: ["href", "target", "rel", "class", "start", "tabindex", "role"],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ADD_URI_SAFE_ATTR: ["target", "rel", "start", "tabindex"], // the line above is else held against these too
};

// A line after a list is a paragraph of its own, not the last item's second line.
const apart = (text) => text.replace(/^(- .*)\n(?!- |\s)/gm, "$1\n\n");

export const lines = (text) => DOMPurify.sanitize(plain.render(apart(text)), allowed);

export const markdown = (text) => DOMPurify.sanitize(reader.render(text), allowed);

/** A drawing of the server's own (a QR code), cleaned all the same, and free to be drawn at any size. */
export const drawing = (svg) => DOMPurify.sanitize(svg, { USE_PROFILES: { svg: true } })
  .replace(/^<svg((?!viewBox)[^>])*>/, (tag) => {
    const [width, height] = ["width", "height"].map((side) => tag.match(new RegExp(`${side}="(\\d+)"`))?.[1]);
    return width ? tag.replace("<svg", `<svg viewBox="0 0 ${width} ${height}"`) : tag;
  });
