import { createRequire } from "node:module";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
// \0rolldown/runtime.js
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();
// src/base/source.ts
function makeSource(file, text) {
	const lineStarts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
	return {
		file,
		text,
		lineStarts,
		parts: [],
		isData: false
	};
}
/** Joins sources into one text. A place in it can be traced back to the file it came from. */
function joinSources(sources) {
	const text = sources.map((source) => source.text).join("\n");
	let start = 0;
	const parts = sources.map((source) => {
		const part = {
			start,
			source
		};
		start += source.text.length + 1;
		return part;
	});
	return {
		...makeSource(sources[0].file, text),
		parts
	};
}
/** The source that an offset of a joined source came from, and the offset in it. */
function ownSource(source, offset) {
	const part = source.parts.findLast(({ start }) => start <= offset);
	return part === void 0 ? {
		source,
		offset
	} : {
		source: part.source,
		offset: offset - part.start
	};
}
/** Line and column, both from 1; the column counts UTF-16 units. */
function positionOf(source, offset) {
	let low = 0;
	let high = source.lineStarts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return {
		line: low + 1,
		column: offset - (source.lineStarts[low] ?? 0) + 1
	};
}
/** The text of a line, counted from 1, without its line break. */
function lineText(source, line) {
	const start = source.lineStarts[line - 1];
	if (start === void 0) return "";
	const next = source.lineStarts[line];
	return source.text.slice(start, next === void 0 ? void 0 : next - 1).replace(/\r$/, "");
}
const textSlice = (source, span) => source.text.slice(span.start, span.end);
// src/base/diagnostic.ts
function textPlace(joined, span) {
	const { source, offset } = ownSource(joined, span.start);
	const { line, column } = positionOf(source, offset);
	const text = lineText(source, line);
	return {
		file: source.file,
		line,
		column,
		length: Math.max(1, Math.min(span.end - span.start, text.length - column + 1)),
		text: source.isData ? "" : text,
		above: source.isData || line === 1 ? null : lineText(source, line - 1)
	};
}
// src/base/shipped.ts
/**
* Finds the folder of the package named `tpa`, from a folder upwards; the working folder plays no part. If tpa is bundled into another
* package, a package.json of another name may stand on the way. Throws if there is none.
*/
function ownPackage(from) {
	for (let folder = from;; folder = dirname(folder)) {
		const file = join(folder, "package.json");
		if (existsSync(file)) {
			const { name, version } = JSON.parse(readFileSync(file, "utf8"));
			if (name === "tpa") return {
				folder,
				version: String(version)
			};
		}
		if (dirname(folder) === folder) throw new Error(`no package named tpa holds ${from}`);
	}
}
const OWN = ownPackage(dirname(fileURLToPath(import.meta.url)));
OWN.version;
/** The path of a file or folder that comes with the program. */
const shipped = (...path) => join(OWN.folder, ...path);
/** The folder of the packs that come with the program. */
const SHIPPED_PACKS = shipped("rules");
shipped("presets");
// src/base/tree/tree.ts
/** True if a plain scalar says "nothing": empty, `~` or `null`. */
const isNull = (tree) => tree.kind === "scalar" && tree.plain && /^(?:|~|null|Null|NULL)$/.test(tree.text);
const entryOf = (mapping, key) => mapping.entries.find((entry) => entry.key.text === key);
// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// src/base/tree/fault.ts
var import_dist = (/* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
})))();
/** An error at a span of a text. */
function faultAt(source, code, span, message, help) {
	return {
		code,
		severity: "error",
		message,
		at: textPlace(source, span),
		...help ? { help } : {}
	};
}
/** An error for each key that a mapping has twice. */
function duplicateKeys(source, entries) {
	const seen = /* @__PURE__ */ new Set();
	const faults = [];
	for (const { key } of entries) {
		if (seen.has(key.text)) faults.push(faultAt(source, "duplicate-key", key, source.isData ? "a key stands twice" : `key \`${key.text}\` stands twice`, "keep one of the two"));
		seen.add(key.text);
	}
	return faults;
}
const tooDeep = (source, offset) => faultAt(source, "too-deep", {
	start: offset,
	end: offset + 1
}, "values are nested too deeply");
// src/base/tree/yaml-tree.ts
/** Aliases may repeat a text up to this many times its size. Honest files stay far below. */
const EXPANSION = 100;
const startReading = (source) => ({
	source,
	faults: [],
	measures: /* @__PURE__ */ new Map(),
	expanded: 0
});
/** A composed document as a tree. Faults of its anchors, aliases, keys and merges go to `reading.faults`. */
function treeOf(reading, contents) {
	const tree = convert(reading, /* @__PURE__ */ new Map(), contents, 0, {
		start: 0,
		end: 0
	});
	if (measureOf(reading, tree).height > 200) faultTooDeep(reading, tree);
	return tree;
}
function convert(reading, anchors, node, depth, near) {
	const span = spanOf$1(node) ?? near;
	if ((0, import_dist.isAlias)(node)) return resolveAlias(reading, anchors, node.source, depth, span);
	const anchor = (0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) ? node.anchor : void 0;
	if (anchor !== void 0) anchors.set(anchor, "open");
	const tree = convertBare(reading, anchors, node, depth, span);
	if (tree.kind !== "scalar") reading.measures.set(tree, measure$1(reading, tree));
	if (anchor !== void 0) anchors.set(anchor, tree);
	return tree;
}
function resolveAlias(reading, anchors, name, depth, span) {
	const target = anchors.get(name);
	if (target === void 0) fault(reading, "syntax", span, `${aliasWords(reading, name)} has no anchor before it`);
	else if (target === "open") fault(reading, "alias-expansion", span, `${aliasWords(reading, name)} stands inside the value it names`);
	else if (depth + measureOf(reading, target).height > 200) faultTooDeep(reading, span);
	else if (withinMeasure(reading, target, span)) return target;
	return {
		kind: "mapping",
		entries: [],
		...span
	};
}
function withinMeasure(reading, target, span) {
	const most = EXPANSION * reading.source.text.length;
	if (reading.expanded > most) return false;
	reading.expanded += measureOf(reading, target).size;
	if (reading.expanded <= most) return true;
	fault(reading, "alias-expansion", span, `aliases repeat this text more than ${EXPANSION} times its size`);
	return false;
}
function convertBare(reading, anchors, node, depth, span) {
	if ((0, import_dist.isScalar)(node)) return {
		kind: "scalar",
		text: typeof node.value === "string" ? node.value : "",
		plain: node.type === import_dist.Scalar.PLAIN,
		...span
	};
	if ((0, import_dist.isSeq)(node)) return {
		kind: "sequence",
		items: node.items.map((item) => convert(reading, anchors, item, depth + 1, span)),
		...span
	};
	if ((0, import_dist.isMap)(node)) return {
		kind: "mapping",
		entries: convertPairs(reading, anchors, node, depth, span),
		...span
	};
	return {
		kind: "scalar",
		text: "",
		plain: true,
		...span
	};
}
function convertPairs(reading, anchors, map, depth, span) {
	const own = [];
	const merges = [];
	for (const pair of map.items) {
		const key = convert(reading, anchors, pair.key, depth + 1, span);
		const value = convert(reading, anchors, pair.value, depth + 1, {
			start: key.end,
			end: key.end
		});
		if (key.kind !== "scalar") fault(reading, "syntax", key, "a key must be a single text");
		else if (key.plain && key.text === "<<") merges.push(value);
		else own.push({
			key,
			value
		});
	}
	for (const each of duplicateKeys(reading.source, own)) reading.faults.push(each);
	return merges.length === 0 ? own : merged(reading, own, merges);
}
/** Own keys win over merged ones, and earlier merged ones over later. */
function merged(reading, own, merges) {
	const entries = new Map(own.map((entry) => [entry.key.text, entry]));
	for (const from of merges.flatMap((tree) => tree.kind === "sequence" ? tree.items : [tree])) {
		if (from.kind !== "mapping") {
			fault(reading, "syntax", from, "a merge key `<<` takes a mapping or a list of mappings");
			continue;
		}
		for (const entry of from.entries) if (!entries.has(entry.key.text)) entries.set(entry.key.text, entry);
	}
	return [...entries.values()];
}
function measure$1(reading, tree) {
	let size = 2;
	let height = 0;
	const add = (part) => {
		const inner = measureOf(reading, part);
		size += inner.size;
		height = Math.max(height, inner.height + 1);
	};
	if (tree.kind === "sequence") for (const item of tree.items) add(item);
	else for (const { key, value } of tree.entries) {
		size += key.text.length + 1;
		add(value);
	}
	return {
		size,
		height
	};
}
const measureOf = (reading, tree) => tree.kind === "scalar" ? {
	size: tree.text.length + 1,
	height: 0
} : reading.measures.get(tree) ?? NOTHING$1;
const NOTHING$1 = {
	size: 2,
	height: 0
};
function spanOf$1(node) {
	if (!(0, import_dist.isAlias)(node) && !(0, import_dist.isScalar)(node) && !(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return null;
	return node.range ? {
		start: node.range[0],
		end: node.range[1]
	} : null;
}
function faultTooDeep(reading, span) {
	if (reading.faults.every((each) => each.code !== "too-deep")) reading.faults.push(tooDeep(reading.source, span.start));
}
const aliasWords = ({ source }, name) => source.isData ? "an alias" : `alias \`*${name}\``;
function fault(reading, code, span, message) {
	reading.faults.push(faultAt(reading.source, code, span, message));
}
// src/base/tree/yaml.ts
/**
* Reads every YAML 1.2 document of a text. Aliases and merge keys (`<<`) are resolved; scalars are their source text. Malformed text, a
* key that stands twice, a self-reference or an expansion without limit give faults and no documents.
*/
function readYaml(source) {
	const tokens = [...new import_dist.Parser().parse(source.text)];
	const deep = tooDeepAt(tokens);
	if (deep !== null) return { faults: [tooDeep(source, deep)] };
	const composed = [...new import_dist.Composer({
		schema: "failsafe",
		uniqueKeys: false,
		prettyErrors: false,
		logLevel: "silent"
	}).compose(tokens)];
	const malformed = composed.flatMap((document) => document.errors.map((error) => syntaxFault(source, error)));
	if (malformed.length > 0) return { faults: malformed };
	const reading = startReading(source);
	const documents = composed.map((document) => treeOf(reading, document.contents));
	return reading.faults.length > 0 ? { faults: reading.faults } : { documents };
}
/**
* The offset of a value nested deeper than `MAX_DEPTH`, or `null`. It is found before composing, because composing recurses: near the end
* of the stack, compiling a regular expression ends the whole process.
*/
function tooDeepAt(tokens) {
	const open = tokens.map((token) => ({
		token,
		depth: -1
	}));
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		const depth = next.depth + 1;
		if (depth > 201) return next.token.offset;
		for (const token of childrenOf$1(next.token)) open.push({
			token,
			depth
		});
	}
	return null;
}
function childrenOf$1(token) {
	if (token.type === "document") return token.value ? [token.value] : [];
	if (!("items" in token)) return [];
	return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}
function syntaxFault(source, error) {
	const said = error.message.split("\n")[0] ?? "";
	const what = source.isData ? withoutText(said) : said;
	const message = `malformed YAML${what === "" ? "" : `: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`}`;
	return faultAt(source, "syntax", {
		start: error.pos[0],
		end: error.pos[1]
	}, message);
}
/** What the parser says, up to where it repeats the text; empty where that is no sentence. */
function withoutText(said) {
	const what = (said.split(/["'`:;\\%!&*]/, 1)[0] ?? "").trim();
	return what.split(" ").length < 3 ? "" : what;
}
// src/base/wording.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/** Whether a text holds the number of a person, a card or a telephone, as no name does. */
const isLongNumber = (text) => /(?:\d[\s()-]{0,2}){10}/.test(text);
/** A name or cell in a message, on one line and at most 40 characters long. */
function short(text) {
	const letters = [...text.slice(0, 4 * LONGEST$1).replace(/\s+/g, " ")];
	return letters.length > LONGEST$1 ? `${letters.slice(0, LONGEST$1 - 1).join("")}…` : letters.join("");
}
const LONGEST$1 = 40;
// src/base/suggest.ts
/** Nobody mistypes a longer name; comparing two names takes the product of their lengths. */
const LONGEST = 200;
/** The candidates close to `word`, nearest first, at most `most`. Equally near ones come by code unit. */
function nearestWords(word, candidates, most = 3) {
	if (word.length > LONGEST) return [];
	const wanted = fold$1(word);
	const scored = [];
	for (const candidate of new Set(candidates)) {
		if (candidate.length > LONGEST) continue;
		const folded = fold$1(candidate);
		const allowed = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 4));
		if (Math.abs(wanted.length - folded.length) > allowed) continue;
		const apart = isSwap(wanted, folded) ? 1 : (0, import_fastest_levenshtein.distance)(wanted, folded);
		if (apart <= allowed && apart < Math.min(wanted.length, folded.length)) scored.push([apart, candidate]);
	}
	scored.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0));
	return scored.slice(0, most).map(([, candidate]) => candidate);
}
/** "did you mean `a` or `b`?", or `undefined` if no candidate is near. */
function didYouMean(word, candidates) {
	const near = nearestWords(word, candidates).filter((name) => !isLongNumber(name));
	return near.length === 0 ? void 0 : `did you mean ${near.map((name) => `\`${name}\``).join(" or ")}?`;
}
/** True if the words differ only by two neighbouring letters that changed places. */
function isSwap(a, b) {
	if (a.length !== b.length) return false;
	const at = [...a].findIndex((letter, index) => letter !== b[index]);
	return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
const fold$1 = (word) => word.normalize("NFKC").toLowerCase().replace(/[\s_-]+/g, "_");
// src/lang/fault-list.ts
/** After this many faults no close names are looked for: thousands of unknown names against thousands of known ones take minutes. */
const SUGGESTIONS = 100;
function collectFaults(source) {
	const faults = [];
	return {
		faults,
		fault(code, at, message, { why, help } = {}) {
			const remarks = {
				...why ? { why } : {},
				...help ? { help } : {}
			};
			faults.push({
				code,
				severity: "error",
				message,
				...remarks,
				at: "column" in at ? at : textPlace(source, at)
			});
		},
		near: (word, names) => faults.length < SUGGESTIONS ? nearestWords(word, names) : [],
		suggest: (word, names) => faults.length < SUGGESTIONS ? didYouMean(word, names) : void 0
	};
}
/** Names in a message: at most 20 of them. */
function namesInMessage(names) {
	const more = names.length - MOST_LISTED;
	return more > 0 ? `${names.slice(0, MOST_LISTED).join(", ")} and ${more} more` : names.join(", ");
}
const MOST_LISTED = 20;
/** A text of the pack in a message: in backticks, at most 40 characters. */
const quoted$1 = (text) => `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
// node_modules/big.js/big.mjs
/************************************** EDITABLE DEFAULTS *****************************************/
var DP = 20;
var RM = 1;
var MAX_DP = 1e6;
var MAX_POWER = 1e6;
var NE = -7;
var PE = 21;
var STRICT = false;
var NAME = "[big.js] ";
var INVALID = NAME + "Invalid ";
var INVALID_DP = INVALID + "decimal places";
var INVALID_RM = INVALID + "rounding mode";
var DIV_BY_ZERO = NAME + "Division by zero";
var P = {};
var UNDEFINED = void 0;
var NUMERIC = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
function _Big_() {
	function Big(n) {
		var x = this;
		if (!(x instanceof Big)) return n === UNDEFINED && arguments.length === 0 ? _Big_() : new Big(n);
		if (n instanceof Big) {
			x.s = n.s;
			x.e = n.e;
			x.c = n.c.slice();
		} else {
			if (typeof n !== "string") {
				if (Big.strict === true && typeof n !== "bigint") throw TypeError(INVALID + "value");
				n = n === 0 && 1 / n < 0 ? "-0" : String(n);
			}
			parse$1(x, n);
		}
		x.constructor = Big;
	}
	Big.prototype = P;
	Big.DP = DP;
	Big.RM = RM;
	Big.NE = NE;
	Big.PE = PE;
	Big.strict = STRICT;
	Big.roundDown = 0;
	Big.roundHalfUp = 1;
	Big.roundHalfEven = 2;
	Big.roundUp = 3;
	return Big;
}
function parse$1(x, n) {
	var e, i, nl;
	if (!NUMERIC.test(n)) throw Error(INVALID + "number");
	x.s = n.charAt(0) == "-" ? (n = n.slice(1), -1) : 1;
	if ((e = n.indexOf(".")) > -1) n = n.replace(".", "");
	if ((i = n.search(/e/i)) > 0) {
		if (e < 0) e = i;
		e += +n.slice(i + 1);
		n = n.substring(0, i);
	} else if (e < 0) e = n.length;
	nl = n.length;
	for (i = 0; i < nl && n.charAt(i) == "0";) ++i;
	if (i == nl) x.c = [x.e = 0];
	else {
		for (; nl > 0 && n.charAt(--nl) == "0";);
		x.e = e - i - 1;
		x.c = [];
		for (e = 0; i <= nl;) x.c[e++] = +n.charAt(i++);
	}
	return x;
}
function round(x, sd, rm, more) {
	var xc = x.c;
	if (rm === UNDEFINED) rm = x.constructor.RM;
	if (rm !== 0 && rm !== 1 && rm !== 2 && rm !== 3) throw Error(INVALID_RM);
	if (sd < 1) {
		more = rm === 3 && (more || !!xc[0]) || sd === 0 && (rm === 1 && xc[0] >= 5 || rm === 2 && (xc[0] > 5 || xc[0] === 5 && (more || xc[1] !== UNDEFINED)));
		xc.length = 1;
		if (more) {
			x.e = x.e - sd + 1;
			xc[0] = 1;
		} else xc[0] = x.e = 0;
	} else if (sd < xc.length) {
		more = rm === 1 && xc[sd] >= 5 || rm === 2 && (xc[sd] > 5 || xc[sd] === 5 && (more || xc[sd + 1] !== UNDEFINED || xc[sd - 1] & 1)) || rm === 3 && (more || !!xc[0]);
		xc.length = sd;
		if (more) for (; ++xc[--sd] > 9;) {
			xc[sd] = 0;
			if (sd === 0) {
				++x.e;
				xc.unshift(1);
				break;
			}
		}
		for (sd = xc.length; !xc[--sd];) xc.pop();
	}
	return x;
}
function stringify(x, doExponential, isNonzero) {
	var e = x.e, s = x.c.join(""), n = s.length;
	if (doExponential) s = s.charAt(0) + (n > 1 ? "." + s.slice(1) : "") + (e < 0 ? "e" : "e+") + e;
	else if (e < 0) {
		for (; ++e;) s = "0" + s;
		s = "0." + s;
	} else if (e > 0) {
		if (++e > n) for (e -= n; e--;) s += "0";
		else if (e < n) s = s.slice(0, e) + "." + s.slice(e);
	} else if (n > 1) s = s.charAt(0) + "." + s.slice(1);
	return x.s < 0 && isNonzero ? "-" + s : s;
}
P.abs = function() {
	var x = new this.constructor(this);
	x.s = 1;
	return x;
};
P.cmp = function(y) {
	var isneg, x = this, xc = x.c, yc = (y = new x.constructor(y)).c, i = x.s, j = y.s, k = x.e, l = y.e;
	if (!xc[0] || !yc[0]) return !xc[0] ? !yc[0] ? 0 : -j : i;
	if (i != j) return i;
	isneg = i < 0;
	if (k != l) return k > l ^ isneg ? 1 : -1;
	j = (k = xc.length) < (l = yc.length) ? k : l;
	for (i = -1; ++i < j;) if (xc[i] != yc[i]) return xc[i] > yc[i] ^ isneg ? 1 : -1;
	return k == l ? 0 : k > l ^ isneg ? 1 : -1;
};
P.div = function(y) {
	var x = this, Big = x.constructor, a = x.c, b = (y = new Big(y)).c, k = x.s == y.s ? 1 : -1, dp = Big.DP;
	if (dp !== ~~dp || dp < 0 || dp > MAX_DP) throw Error(INVALID_DP);
	if (!b[0]) throw Error(DIV_BY_ZERO);
	if (!a[0]) {
		y.s = k;
		y.c = [y.e = 0];
		return y;
	}
	var bl, bt, n, cmp, ri, bz = b.slice(), ai = bl = b.length, al = a.length, r = a.slice(0, bl), rl = r.length, q = y, qc = q.c = [], qi = 0, p = dp + (q.e = x.e - y.e) + 1;
	q.s = k;
	k = p < 0 ? 0 : p;
	bz.unshift(0);
	for (; rl++ < bl;) r.push(0);
	do {
		for (n = 0; n < 10; n++) {
			if (bl != (rl = r.length)) cmp = bl > rl ? 1 : -1;
			else for (ri = -1, cmp = 0; ++ri < bl;) if (b[ri] != r[ri]) {
				cmp = b[ri] > r[ri] ? 1 : -1;
				break;
			}
			if (cmp < 0) {
				for (bt = rl == bl ? b : bz; rl;) {
					if (r[--rl] < bt[rl]) {
						ri = rl;
						for (; ri && !r[--ri];) r[ri] = 9;
						--r[ri];
						r[rl] += 10;
					}
					r[rl] -= bt[rl];
				}
				for (; !r[0];) r.shift();
			} else break;
		}
		qc[qi++] = cmp ? n : ++n;
		if (r[0] && cmp) r[rl] = a[ai] || 0;
		else r = [a[ai]];
	} while ((ai++ < al || r[0] !== UNDEFINED) && k--);
	if (!qc[0] && qi != 1) {
		qc.shift();
		q.e--;
		p--;
	}
	if (qi > p) round(q, p, Big.RM, r[0] !== UNDEFINED);
	return q;
};
P.eq = function(y) {
	return this.cmp(y) === 0;
};
P.gt = function(y) {
	return this.cmp(y) > 0;
};
P.gte = function(y) {
	return this.cmp(y) > -1;
};
P.lt = function(y) {
	return this.cmp(y) < 0;
};
P.lte = function(y) {
	return this.cmp(y) < 1;
};
P.minus = P.sub = function(y) {
	var i, j, t, xlty, x = this, Big = x.constructor, a = x.s, b = (y = new Big(y)).s;
	if (a != b) {
		y.s = -b;
		return x.plus(y);
	}
	var xc = x.c.slice(), xe = x.e, yc = y.c, ye = y.e;
	if (!xc[0] || !yc[0]) {
		if (yc[0]) y.s = -b;
		else if (xc[0]) y = new Big(x);
		else y.s = 1;
		return y;
	}
	if (a = xe - ye) {
		if (xlty = a < 0) {
			a = -a;
			t = xc;
		} else {
			ye = xe;
			t = yc;
		}
		t.reverse();
		for (b = a; b--;) t.push(0);
		t.reverse();
	} else {
		j = ((xlty = xc.length < yc.length) ? xc : yc).length;
		for (a = b = 0; b < j; b++) if (xc[b] != yc[b]) {
			xlty = xc[b] < yc[b];
			break;
		}
	}
	if (xlty) {
		t = xc;
		xc = yc;
		yc = t;
		y.s = -y.s;
	}
	if ((b = (j = yc.length) - (i = xc.length)) > 0) for (; b--;) xc[i++] = 0;
	for (b = i; j > a;) {
		if (xc[--j] < yc[j]) {
			for (i = j; i && !xc[--i];) xc[i] = 9;
			--xc[i];
			xc[j] += 10;
		}
		xc[j] -= yc[j];
	}
	for (; xc[--b] === 0;) xc.pop();
	for (; xc[0] === 0;) {
		xc.shift();
		--ye;
	}
	if (!xc[0]) {
		y.s = 1;
		xc = [ye = 0];
	}
	y.c = xc;
	y.e = ye;
	return y;
};
P.mod = function(y) {
	var ygtx, x = this, Big = x.constructor, a = x.s, b = (y = new Big(y)).s;
	if (!y.c[0]) throw Error(DIV_BY_ZERO);
	x.s = y.s = 1;
	ygtx = y.cmp(x) == 1;
	x.s = a;
	y.s = b;
	if (ygtx) return new Big(x);
	a = Big.DP;
	b = Big.RM;
	Big.DP = Big.RM = 0;
	x = x.div(y);
	Big.DP = a;
	Big.RM = b;
	return this.minus(x.times(y));
};
P.neg = function() {
	var x = new this.constructor(this);
	x.s = -x.s;
	return x;
};
P.plus = P.add = function(y) {
	var e, k, t, x = this, Big = x.constructor;
	y = new Big(y);
	if (x.s != y.s) {
		y.s = -y.s;
		return x.minus(y);
	}
	var xe = x.e, xc = x.c, ye = y.e, yc = y.c;
	if (!xc[0] || !yc[0]) {
		if (!yc[0]) {
			if (xc[0]) y = new Big(x);
			else y.s = x.s;
		}
		return y;
	}
	xc = xc.slice();
	if (e = xe - ye) {
		if (e > 0) {
			ye = xe;
			t = yc;
		} else {
			e = -e;
			t = xc;
		}
		t.reverse();
		for (; e--;) t.push(0);
		t.reverse();
	}
	if (xc.length - yc.length < 0) {
		t = yc;
		yc = xc;
		xc = t;
	}
	e = yc.length;
	for (k = 0; e; xc[e] %= 10) k = (xc[--e] = xc[e] + yc[e] + k) / 10 | 0;
	if (k) {
		xc.unshift(k);
		++ye;
	}
	for (e = xc.length; xc[--e] === 0;) xc.pop();
	y.c = xc;
	y.e = ye;
	return y;
};
P.pow = function(n) {
	var x = this, one = new x.constructor("1"), y = one, isneg = n < 0;
	if (n !== ~~n || n < -1e6 || n > MAX_POWER) throw Error(INVALID + "exponent");
	if (isneg) n = -n;
	for (;;) {
		if (n & 1) y = y.times(x);
		n >>= 1;
		if (!n) break;
		x = x.times(x);
	}
	return isneg ? one.div(y) : y;
};
P.prec = function(sd, rm) {
	if (sd !== ~~sd || sd < 1 || sd > MAX_DP) throw Error(INVALID + "precision");
	return round(new this.constructor(this), sd, rm);
};
P.round = function(dp, rm) {
	if (dp === UNDEFINED) dp = 0;
	else if (dp !== ~~dp || dp < -1e6 || dp > MAX_DP) throw Error(INVALID_DP);
	return round(new this.constructor(this), dp + this.e + 1, rm);
};
P.sqrt = function() {
	var r, c, t, x = this, Big = x.constructor, s = x.s, e = x.e, half = new Big("0.5");
	if (!x.c[0]) return new Big(x);
	if (s < 0) throw Error(NAME + "No square root");
	s = Math.sqrt(+stringify(x, true, true));
	if (s === 0 || s === 1 / 0) {
		c = x.c.join("");
		if (!(c.length + e & 1)) c += "0";
		s = Math.sqrt(c);
		e = ((e + 1) / 2 | 0) - (e < 0 || e & 1);
		r = new Big((s == 1 / 0 ? "5e" : (s = s.toExponential()).slice(0, s.indexOf("e") + 1)) + e);
	} else r = new Big(s + "");
	e = r.e + (Big.DP += 4);
	do {
		t = r;
		r = half.times(t.plus(x.div(t)));
	} while (t.c.slice(0, e).join("") !== r.c.slice(0, e).join(""));
	return round(r, (Big.DP -= 4) + r.e + 1, Big.RM);
};
P.times = P.mul = function(y) {
	var c, x = this, Big = x.constructor, xc = x.c, yc = (y = new Big(y)).c, a = xc.length, b = yc.length, i = x.e, j = y.e;
	y.s = x.s == y.s ? 1 : -1;
	if (!xc[0] || !yc[0]) {
		y.c = [y.e = 0];
		return y;
	}
	y.e = i + j;
	if (a < b) {
		c = xc;
		xc = yc;
		yc = c;
		j = a;
		a = b;
		b = j;
	}
	for (c = new Array(j = a + b); j--;) c[j] = 0;
	for (i = b; i--;) {
		b = 0;
		for (j = a + i; j > i;) {
			b = c[j] + yc[i] * xc[j - i - 1] + b;
			c[j--] = b % 10;
			b = b / 10 | 0;
		}
		c[j] = b;
	}
	if (b) ++y.e;
	else c.shift();
	for (i = c.length; !c[--i];) c.pop();
	y.c = c;
	return y;
};
P.toExponential = function(dp, rm) {
	var x = this, n = x.c[0];
	if (dp !== UNDEFINED) {
		if (dp !== ~~dp || dp < 0 || dp > MAX_DP) throw Error(INVALID_DP);
		x = round(new x.constructor(x), ++dp, rm);
		for (; x.c.length < dp;) x.c.push(0);
	}
	return stringify(x, true, !!n);
};
P.toFixed = function(dp, rm) {
	var x = this, n = x.c[0];
	if (dp !== UNDEFINED) {
		if (dp !== ~~dp || dp < 0 || dp > MAX_DP) throw Error(INVALID_DP);
		x = round(new x.constructor(x), dp + x.e + 1, rm);
		for (dp = dp + x.e + 1; x.c.length < dp;) x.c.push(0);
	}
	return stringify(x, false, !!n);
};
P.toJSON = P.toString = function() {
	var x = this, Big = x.constructor;
	return stringify(x, x.e <= Big.NE || x.e >= Big.PE, !!x.c[0]);
};
if (typeof Symbol !== "undefined") P[Symbol.for("nodejs.util.inspect.custom")] = P.toJSON;
P.toNumber = function() {
	var n = +stringify(this, true, true);
	if (this.constructor.strict === true && !this.eq(n.toString())) throw Error(NAME + "Imprecise conversion");
	return n;
};
P.toPrecision = function(sd, rm) {
	var x = this, Big = x.constructor, n = x.c[0];
	if (sd !== UNDEFINED) {
		if (sd !== ~~sd || sd < 1 || sd > MAX_DP) throw Error(INVALID + "precision");
		x = round(new Big(x), sd, rm);
		for (; x.c.length < sd;) x.c.push(0);
	}
	return stringify(x, sd <= x.e || x.e <= Big.NE || x.e >= Big.PE, !!n);
};
P.valueOf = function() {
	var x = this, Big = x.constructor;
	if (Big.strict === true) throw Error(NAME + "valueOf disallowed");
	return stringify(x, x.e <= Big.NE || x.e >= Big.PE, true);
};
var Big = _Big_();
// src/base/decimal.ts
const Exact = Big();
Exact.DP = 0;
Exact.RM = Exact.roundHalfUp;
const ZERO = new Exact(0);
const ONE = new Exact(1);
const NUMBER$1 = /^[+-]?(\d+)(?:\.(\d+))?$/;
/** The most places after the point, and the most digits, of a number in a cell or a pack. Zeros that change nothing do not count. */
const MAX_PLACES = 9;
const MAX_DIGITS = 15;
/** Reads `[+-]?digits[.digits]` with at most 9 places and 15 digits. Anything else is a fault; nothing is guessed. */
function readDecimal(text) {
	const [, whole, decimals = ""] = NUMBER$1.exec(text) ?? [];
	if (whole === void 0) return { fault: "no-number" };
	const places = decimals.slice(0, lengthWithoutZeros(decimals));
	const written = (whole + places).replace(/^0+/, "");
	if (places.length > MAX_PLACES || written.length > MAX_DIGITS) return { fault: "too-long" };
	return { value: new Exact(text.startsWith("+") ? text.slice(1) : text) };
}
/** A loop, because the pattern `0+$` takes quadratic time on a hostile cell. */
function lengthWithoutZeros(text) {
	let length = text.length;
	while (text[length - 1] === "0") length -= 1;
	return length;
}
".".charCodeAt(0) - "0".charCodeAt(0);
/** A decimal from program text, such as `decimal('0.01')`; throws if the text is not a plain number. */
function decimal(text) {
	return new Exact(text);
}
/** Plain digits without exponent: `12000.5`, `-3`, `0`. */
function digits(value) {
	return value.eq(0) ? "0" : value.toFixed();
}
/** The nearest multiple of `step`, halves away from zero. */
function roundToStep(value, step) {
	return step.c.length === 1 && step.c[0] === 1 ? value.round(-step.e, Exact.roundHalfUp) : divideToStep(value, ONE, step);
}
/** `value / divisor` as the nearest multiple of `step`, halves away from zero. The exact quotient is rounded once. */
function divideToStep(value, divisor, step) {
	return new Exact(value).div(divisor.times(step)).times(step);
}
/** Places after the point that a number is written with, and that a multiple of it can have: 2 for `0.01`, 0 for `4000`. */
const placesOf = ({ c, e }) => Math.max(0, c.length - 1 - e);
// src/base/inert-text.ts
/**
* Control characters, line separators, and characters that nobody sees: they move a cursor, change the reading direction or hide text.
* Joiners and variation selectors stay, because scripts of India, Iran and Mongolia, rare Chinese names and emoji are written with them.
*/
const UNSEEN = "\\p{Cc}\\p{Cs}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e00ff}";
new RegExp(`[${UNSEEN}]`, "gu");
new RegExp(`(?!\\n)[${UNSEEN}]`, "gu");
new RegExp(`\\x1b\\[\\d{1,2}m|(?!\\n)[${UNSEEN}]`, "gu");
// src/base/tree/json-text.ts
/** JSON on one line, members sorted by code unit, so that the same value gives the same text. */
const canonicalJson = (value) => write(value, (object) => Object.keys(object).sort(), quoted);
function write(value, keysOf, quote) {
	if (value === null || typeof value === "boolean") return String(value);
	if (typeof value === "string") return quote(value);
	if (typeof value === "number") return numeral(value);
	if (value instanceof Big) return digits(value);
	let text = "";
	if (isList(value)) {
		for (const item of value) text += `${text === "" ? "" : ","}${write(item, keysOf, quote)}`;
		return `[${text}]`;
	}
	for (const key of keysOf(value)) {
		const member = value[key];
		if (member !== void 0) text += `${text === "" ? "" : ","}${quote(key)}:${write(member, keysOf, quote)}`;
	}
	return `{${text}}`;
}
/** Characters that need no escape, whatever reads the JSON. Characters of other scripts are left to the engine. */
const PLAIN = /^[ !#-[\]-~]*$/;
const quoted = (text) => PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
function numeral(value) {
	if (!Number.isFinite(value)) throw new Error(`${value} is no JSON number`);
	return String(value);
}
const isList = (value) => Array.isArray(value);
// src/lang/expression/unit.ts
const RATIO = /* @__PURE__ */ new Map();
const PERSON = /* @__PURE__ */ new Map([["person", 1]]);
/** Stands for a refused unit; the pack is refused with it. No text reads as this unit. */
const REFUSED_UNIT = /* @__PURE__ */ new Map([["?", 1]]);
/** Base units that every pack may use; a pack adds its own under `units`. */
const BASE_UNITS = [
	"CNY",
	"USD",
	"person",
	"household",
	"village",
	"year",
	"month",
	"day",
	"hour",
	"minute",
	"metre",
	"kilometre",
	"litre",
	"mu",
	"point"
];
/** Reads `ratio`, `year`, `CNY/person/year`, `person*year` or `1/person`. An unknown base unit is returned as text. */
function readUnit(text, known) {
	if (text.trim() === "ratio") return { unit: RATIO };
	const powers = /* @__PURE__ */ new Map();
	let sign = 1;
	const parts = text.split(/([*/])/).map((part) => part.trim());
	for (const [index, part] of parts.entries()) if (part === "*") sign = 1;
	else if (part === "/") sign = -1;
	else if (known.has(part)) powers.set(part, (powers.get(part) ?? 0) + sign);
	else if (index > 0 || part !== "1") return { unknown: part };
	return { unit: withoutZeros(powers) };
}
function multiplyUnits(a, b) {
	const powers = new Map(a);
	for (const [base, power] of b) powers.set(base, (powers.get(base) ?? 0) + power);
	return withoutZeros(powers);
}
function invertUnit(unit) {
	return new Map([...unit].map(([base, power]) => [base, -power]));
}
const sameUnit = (a, b) => a.size === b.size && [...a].every(([base, power]) => b.get(base) === power);
/** `CNY/person/year`; the bases keep their order. */
function unitText(unit) {
	const above = [...unit].flatMap(([base, power]) => Array(Math.max(0, power)).fill(base));
	const below = [...unit].flatMap(([base, power]) => Array(Math.max(0, -power)).fill(base));
	if (above.length + below.length === 0) return "ratio";
	return [above.join("*") || "1", ...below].join("/");
}
const withoutZeros = (powers) => new Map([...powers].filter(([, power]) => power !== 0));
// src/lang/parse/print.ts
const LEVEL = {
	loose: 0,
	or: 1,
	and: 2,
	comparison: 3,
	sum: 4,
	product: 5,
	unary: 6,
	primary: 7
};
/** Texts of expressions, which results repeat for every record. */
const printed = /* @__PURE__ */ new WeakMap();
/** The expression in canonical form. Parsing the result gives the same expression, unless names were replaced. */
function printExpression(expression, rename) {
	if (rename !== void 0) return print(expression, LEVEL.loose, rename);
	const known = printed.get(expression);
	if (known !== void 0) return known;
	const text = print(expression, LEVEL.loose, () => null);
	printed.set(expression, text);
	return text;
}
function print(e, atLeast, rename) {
	const text = bare(e, rename);
	return levelOf(e) < atLeast ? `(${text})` : text;
}
function levelOf(e) {
	switch (e.kind) {
		case "or": return LEVEL.or;
		case "and": return LEVEL.and;
		case "comparison":
		case "between":
		case "one-of": return LEVEL.comparison;
		case "arithmetic": return e.operator === "*" ? LEVEL.product : LEVEL.sum;
		case "negate": return LEVEL.unary;
		case "if":
		case "every":
		case "some": return LEVEL.loose;
		case "number":
		case "text":
		case "name":
		case "member":
		case "not":
		case "min":
		case "max":
		case "count":
		case "sum": return LEVEL.primary;
	}
}
function bare(e, rename) {
	const part = (each, atLeast) => print(each, atLeast, rename);
	switch (e.kind) {
		case "number": return digits(e.value);
		case "text": return `"${e.text}"`;
		case "name": return rename(e.id) ?? e.name;
		case "member": return rename(e.id) ?? `${e.variable}.${e.name}`;
		case "negate": return `-${part(e.operand, LEVEL.unary)}`;
		case "not": return `not(${part(e.operand, LEVEL.loose)})`;
		case "or":
		case "and": return `${part(e.left, levelOf(e))} ${e.kind} ${part(e.right, levelOf(e) + 1)}`;
		case "arithmetic": return `${part(e.left, levelOf(e))} ${e.operator} ${part(e.right, levelOf(e) + 1)}`;
		case "comparison": return `${part(e.left, LEVEL.sum)} ${e.operator} ${part(e.right, LEVEL.sum)}`;
		case "between": return `${part(e.operand, LEVEL.sum)} in ${printRange(e, rename)}`;
		case "one-of": return `${part(e.operand, LEVEL.sum)} in (${printList(e.items, LEVEL.sum, rename)})`;
		case "if": return `if ${part(e.condition, LEVEL.loose)} then ${part(e.yes, LEVEL.loose)} else ${part(e.no, LEVEL.loose)}`;
		case "min":
		case "max": return `${e.kind}(${printList(e.items, LEVEL.loose, rename)})`;
		case "count":
		case "sum":
		case "every":
		case "some": return printRosterForm(e, rename);
	}
}
function printRosterForm(e, rename) {
	const roster = printRoster(e.of, rename);
	switch (e.kind) {
		case "count": return `count(${roster})`;
		case "sum": return e.variable === null ? `sum(${roster}.${print(e.each, LEVEL.primary, rename)})` : `sum(for ${e.variable} in ${roster} return ${print(e.each, LEVEL.loose, rename)})`;
		case "every":
		case "some": return `${e.kind} ${e.variable} in ${roster} satisfies ${print(e.satisfies, LEVEL.loose, rename)}`;
	}
}
const printRoster = (roster, rename) => roster.name + roster.where.map((condition) => `[${print(condition, LEVEL.loose, rename)}]`).join("");
function printRange(e, rename) {
	const ends = `${print(e.low, LEVEL.sum, rename)}..${print(e.high, LEVEL.sum, rename)}`;
	return `${e.lowIncluded ? "[" : "("}${ends}${e.highIncluded ? "]" : ")"}`;
}
const printList = (items, atLeast, rename) => items.map((item) => print(item, atLeast, rename)).join(", ");
// src/lang/hash.ts
/**
* SHA-256 in hex over the canonical JSON of all that can change a result. Titles, notes, comments, layout and the order of keys and
* parameters do not count. The order of facts, criteria, rows and outcomes does, because lists in results follow it.
*/
function packHash(pack) {
	return createHash("sha256").update(canonicalJson(canonicalPack(pack)), "utf8").digest("hex");
}
function canonicalPack(pack) {
	return {
		language: 1,
		pack: pack.id,
		version: pack.version,
		as_of: pack.asOf,
		record: { ...pack.record },
		sources: [...pack.sources.keys()].sort(),
		pillars: [...pack.pillars.keys()],
		parameters: Object.fromEntries([...pack.parameters].map(([name, parameter]) => [name, canonicalParameter(parameter)])),
		facts: [...pack.facts.values()].map(canonicalFact),
		members: pack.memberFacts && [...pack.memberFacts.values()].map(canonicalFact),
		derived: [...pack.derived.values()].map(({ declaration, sources }) => ({
			...canonicalFact(declaration),
			sources: sources.map(canonicalSource)
		})),
		criteria: pack.criteria.map(canonicalCriterion),
		decisions: canonicalDecisions(pack.decisions),
		checks: pack.checks.map(canonicalCheck),
		outputs: pack.outputs.map(({ name, of, per, step }) => ({
			name,
			of: text$1(of),
			per: per && text$1(per),
			step
		})),
		properties: pack.properties.map(({ id, order }) => ({
			id,
			order
		}))
	};
}
const text$1 = (expression) => printExpression(expression);
const canonicalRange = (range) => ({
	min: range.lo,
	max: range.hi
});
const canonicalCitation = (citation) => ({
	source: citation.source,
	evidence: citation.evidence,
	quote: citation.quote
});
function canonicalParameter(parameter) {
	const values = parameter.values.map(({ from, to, value, citation }) => ({
		from,
		to,
		value,
		citation: canonicalCitation(citation)
	}));
	return {
		unit: unitText(parameter.unit),
		...canonicalRange(parameter.range),
		values
	};
}
function canonicalFact(fact) {
	return {
		name: fact.name,
		type: fact.type,
		unit: fact.unit && unitText(fact.unit),
		...canonicalRange(fact.range),
		...fact.days.from === null && fact.days.to === null ? {} : {
			min: fact.days.from,
			max: fact.days.to
		},
		step: fact.step,
		codes: fact.codes.map(({ code, aliases }) => ({
			code,
			aliases
		})),
		labels: fact.labels,
		aliases: fact.aliases,
		...fact.near.length === 0 ? {} : { near: fact.near },
		assume: fact.assume,
		personal: fact.personal,
		completed_years_since: fact.completedYearsSince
	};
}
function canonicalSource(source) {
	switch (source.kind) {
		case "given": return "given";
		case "expression": return text$1(source.expression);
		case "rounded": return {
			of: text$1(source.of),
			within: text$1(source.within)
		};
	}
}
const canonicalCriterion = (criterion) => ({
	id: criterion.id,
	pillar: criterion.pillar,
	met: text$1(criterion.met),
	applies_if: criterion.appliesIf && text$1(criterion.appliesIf),
	since: criterion.since,
	advisory: criterion.advisory,
	citation: canonicalCitation(criterion.citation)
});
const canonicalCheck = ({ id, when, unless, severity, message, gap }) => ({
	id,
	when: text$1(when),
	unless: unless && text$1(unless),
	severity,
	message,
	...gap.length === 0 ? {} : { gap }
});
const canonicalDecisions = ({ by, outcomes, tables }) => ({
	by,
	outcomes: [...outcomes.keys()],
	tables: Object.fromEntries([...tables].map(([code, rows]) => [code, rows.map(canonicalRow)]))
});
function canonicalRow(row) {
	return {
		when: row.when.kind === "otherwise" ? null : { [row.when.kind]: row.when.criteria },
		then: row.then,
		citation: row.citation && canonicalCitation(row.citation)
	};
}
// src/lang/shape/alias-limit.ts
/** The number of values that aliases may add to a pack. An honest pack repeats a citation or a list of codes. */
const ALLOWANCE = 1e4;
/** True if aliases stand for more values than the pack may have. Without aliases every value takes at least one character. */
function exceedsAliasLimit(source, tree) {
	let left = source.text.length + ALLOWANCE;
	const open = [tree];
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		left -= 1;
		if (left < 0) return true;
		if (next.kind === "sequence") for (const item of next.items) open.push(item);
		if (next.kind === "mapping") for (const { value } of next.entries) open.push(value);
	}
	return false;
}
// src/base/date.ts
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
/** True if the text is a `YYYY-MM-DD` that exists in the Gregorian calendar. Such texts sort like the days. */
function isDate(text) {
	const [, y, m, d] = DATE.exec(text) ?? [];
	if (y === void 0 || m === void 0 || d === void 0) return false;
	const [year, month, day] = [
		Number(y),
		Number(m),
		Number(d)
	];
	if (year < 1 || month < 1 || month > 12 || day < 1) return false;
	return day <= (month === 2 && isLeap(year) ? 29 : DAYS[month - 1] ?? 0);
}
const isLeap = (year) => year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
/** Completed years from one date to another; negative before birth. A person born on 29 February completes a year on 1 March. */
function completedYears(from, to) {
	const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
	const anniversary = from.slice(5) === "02-29" && !isLeap(Number(to.slice(0, 4))) ? "03-01" : from.slice(5);
	return to.slice(5) >= anniversary ? years : years - 1;
}
// src/lang/expression/children.ts
const isRosterForm = (e) => e.kind === "count" || e.kind === "sum" || e.kind === "every" || e.kind === "some";
/** The parts of an expression, in order of writing. */
function childrenOf(e) {
	switch (e.kind) {
		case "number":
		case "text":
		case "name":
		case "member": return [];
		case "negate":
		case "not": return [e.operand];
		case "and":
		case "or":
		case "arithmetic":
		case "comparison": return [e.left, e.right];
		case "between": return [
			e.operand,
			e.low,
			e.high
		];
		case "one-of": return [e.operand, ...e.items];
		case "if": return [
			e.condition,
			e.yes,
			e.no
		];
		case "min":
		case "max": return e.items;
		case "count": return e.of.where;
		case "sum": return [...e.of.where, e.each];
		case "every":
		case "some": return [...e.of.where, e.satisfies];
	}
}
const RESERVED = new Set(Object.keys({
	and: "connective",
	or: "connective",
	not: "other",
	in: "inside",
	if: "form",
	then: "inside",
	else: "inside",
	every: "form",
	some: "form",
	satisfies: "inside",
	for: "inside",
	return: "inside",
	count: "form",
	sum: "form",
	min: "form",
	max: "form",
	members: "other",
	given: "other",
	true: "other",
	false: "other",
	null: "other"
}));
/** Every operator that is written as a sign. */
const SIGNS = {
	"+": "sum",
	"-": "sum",
	"*": "product",
	"=": "comparison",
	"!=": "comparison",
	"<": "comparison",
	"<=": "comparison",
	">": "comparison",
	">=": "comparison"
};
/** The operators of a role, in the order of the list. */
const signsOf = (role) => Object.entries(SIGNS).flatMap(([sign, own]) => own === role ? [sign] : []);
// src/lang/parse/cursor.ts
const createCursor = (tokens, sink) => ({
	tokens,
	sink,
	heights: /* @__PURE__ */ new WeakMap(),
	position: 0,
	nesting: 0,
	fault: null
});
/** The most brackets, conditions and rosters inside each other; the parser recurses through them. */
const MAX_NESTING = 100;
/** Thrown by `fail`: the first fault ends the parsing of an expression. */
const PARSER_STOPS = Symbol("the parser stops");
const END = {
	kind: "end",
	text: "",
	start: 0,
	end: 0
};
const peek = ({ tokens, position }) => tokens[position] ?? tokens[tokens.length - 1] ?? END;
function next(cursor) {
	const token = peek(cursor);
	cursor.position += 1;
	return token;
}
/** True if the next token is this word or symbol. */
function is(cursor, text) {
	const token = peek(cursor);
	return token.text === text && token.kind !== "text";
}
function accept(cursor, text) {
	if (!is(cursor, text)) return false;
	cursor.position += 1;
	return true;
}
function expect(cursor, text, where, help) {
	if (!accept(cursor, text)) fail(cursor, `\`${text}\` is expected ${where}, not ${described(cursor)}`, help);
}
/** Ends the parsing with a fault at a token, usually the next one. Something missing at the end is told at the last token. */
function fail(cursor, message, help, at = peek(cursor)) {
	const { start, end } = at.kind === "end" ? cursor.tokens[cursor.position - 1] ?? at : at;
	cursor.fault = {
		message,
		start,
		end: Math.max(end, start + 1),
		...help ? { help } : {}
	};
	throw PARSER_STOPS;
}
const described = (cursor) => peek(cursor).kind === "end" ? "the end" : `\`${peek(cursor).text}\``;
/** A name that is not a word of the language. */
function plainName(cursor, what) {
	const token = peek(cursor);
	if (token.kind !== "word" || RESERVED.has(token.text)) fail(cursor, `${what} is expected, not ${described(cursor)}`);
	return next(cursor).text;
}
/** Runs a part of the parser one level deeper. */
function nested(cursor, parse) {
	cursor.nesting += 1;
	if (cursor.nesting > MAX_NESTING) fail(cursor, "the expression is nested too deeply", "move a part of it to `derived`");
	const parsed = parse(cursor);
	cursor.nesting -= 1;
	return parsed;
}
/** A node that begins at an offset and ends with the last token read. */
function build(cursor, start, form) {
	const end = cursor.tokens[cursor.position - 1]?.end ?? start;
	const node = {
		...form,
		id: cursor.sink.place({
			start,
			end
		})
	};
	let height = 0;
	for (const child of childrenOf(node)) height = Math.max(height, 1 + (cursor.heights.get(child) ?? 0));
	if (height > 400) fail(cursor, `more than 400 operators stand in a row`, "move a part of the expression to `derived`");
	cursor.heights.set(node, height);
	return node;
}
// src/lang/parse/keyword-forms.ts
/** Parses a form that begins with a word of the language; `parse` parses the expressions inside it. */
function keywordForm(cursor, parse) {
	const token = next(cursor);
	switch (token.text) {
		case "not": return negation(cursor, token.start, parse);
		case "if": return choice$1(cursor, token.start, parse);
		case "min":
		case "max": return extreme(cursor, token.text, parse);
		case "count": return count$1(cursor, token.start, parse);
		case "sum": return total(cursor, token.start, parse);
		case "every":
		case "some": {
			const { variable, of } = binding(cursor, parse);
			expect(cursor, "satisfies", "after the roster");
			const satisfies = parse(cursor);
			return build(cursor, token.start, {
				kind: token.text,
				variable,
				of,
				satisfies
			});
		}
		default: {
			const { message, help } = MISPLACED.get(token.text) ?? { message: `a value is expected, not \`${token.text}\`` };
			return fail(cursor, message, help, token);
		}
	}
}
const UNWRITTEN = "write the yes/no itself, or `not(...)` around it";
/** Words that never begin a value, and what to write instead. */
const MISPLACED = new Map(Object.entries({
	members: {
		message: "`members` is a roster, not a value",
		help: "count, sum or test it: `count(members)`, `every m in members satisfies …`"
	},
	true: {
		message: "`true` is not written out",
		help: UNWRITTEN
	},
	false: {
		message: "`false` is not written out",
		help: UNWRITTEN
	},
	null: {
		message: "there is no null",
		help: "a missing value is its declared range; nothing can ask for it"
	},
	given: {
		message: "`given` stands alone",
		help: "it is a source of its own: `sources: [given, …]`"
	}
}));
function negation(cursor, start, parse) {
	expect(cursor, "(", "after `not`", "put what is denied in brackets: `not(a)`");
	const operand = parse(cursor);
	expect(cursor, ")", "to close `not`");
	return build(cursor, start, {
		kind: "not",
		operand
	});
}
function choice$1(cursor, start, parse) {
	const condition = parse(cursor);
	expect(cursor, "then", "after the condition");
	const yes = parse(cursor);
	expect(cursor, "else", "after the first branch");
	return build(cursor, start, {
		kind: "if",
		condition,
		yes,
		no: parse(cursor)
	});
}
function extreme(cursor, kind, parse) {
	const token = cursor.tokens[cursor.position - 1] ?? peek(cursor);
	expect(cursor, "(", `after \`${kind}\``);
	const items = [parse(cursor)];
	while (accept(cursor, ",")) items.push(parse(cursor));
	expect(cursor, ")", `to close \`${kind}\``);
	if (items.length < 2) fail(cursor, `\`${kind}\` takes two or more numbers`, void 0, token);
	return build(cursor, token.start, {
		kind,
		items
	});
}
function count$1(cursor, start, parse) {
	expect(cursor, "(", "after `count`");
	const of = roster(cursor, parse);
	expect(cursor, ")", "to close `count`", is(cursor, ".") ? "who counts stands in brackets: `count(members[insured])`" : void 0);
	return build(cursor, start, {
		kind: "count",
		of
	});
}
function total(cursor, start, parse) {
	expect(cursor, "(", "after `sum`");
	if (accept(cursor, "for")) {
		const { variable, of } = binding(cursor, parse);
		expect(cursor, "return", "after the roster");
		const each = parse(cursor);
		expect(cursor, ")", "to close `sum`");
		return build(cursor, start, {
			kind: "sum",
			of,
			variable,
			each
		});
	}
	const of = roster(cursor, parse);
	expect(cursor, ".", "between the roster and the member fact to sum", "write `sum(members.wage)`");
	const at = peek(cursor).start;
	const each = build(cursor, at, {
		kind: "name",
		name: plainName(cursor, "a member fact")
	});
	expect(cursor, ")", "to close `sum`", "the sum of an expression is `sum(for m in members return …)`");
	return build(cursor, start, {
		kind: "sum",
		of,
		variable: null,
		each
	});
}
function binding(cursor, parse) {
	const variable = plainName(cursor, "a name for the member");
	expect(cursor, "in", "after the name of the member");
	return {
		variable,
		of: roster(cursor, parse)
	};
}
function roster(cursor, parse) {
	if (!is(cursor, "members")) fail(cursor, `a roster is expected, not ${described(cursor)}`, "the roster of a record is `members`");
	const name = next(cursor).text;
	const where = [];
	while (accept(cursor, "[")) {
		where.push(parse(cursor));
		expect(cursor, "]", "to close the filter");
	}
	return {
		name,
		where
	};
}
// src/lang/parse/lexer.ts
/** Texts that begin like a number and are not one: `1_000`, `1e3`, `0x10`, `5.` */
const NO_NUMBER = /\d+(?:\.\d+)?(?:[\p{L}_][\p{L}\p{N}_.]*|\.(?![.\d]))/uy;
const SPACE$1 = /\s+/y;
/** The kinds of tokens. The first that fits counts. */
const KINDS = [
	["number", /\d+(?:\.\d+)?/y],
	["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
	["text", /"[^"\n]*"/y],
	["symbol", /<=|>=|!=|\.\.|=(?!=)|[<>()[\].,+*-]/y]
];
/** What people write in other languages, with what to write here. */
const FOREIGN = [
	[/==/y, "write `=`"],
	[/&&?/y, "write `and`"],
	[/\|\|?/y, "write `or`"],
	[/[!¬]/y, "write `not(...)`"],
	[/[≥≧]/y, "write `>=`"],
	[/[≤≦]/y, "write `<=`"],
	[/≠/y, "write `!=`"],
	[/[×·∗]/y, "write `*`"],
	[/[−–—]/y, "write `-`"],
	[/[“”„«»「」]/y, "write `\"`"],
	[/['‘’`]/y, "a code stands in double quotes: `\"B\"`"],
	[/[（）]/y, "write `(` and `)`"],
	[/[，、]/y, "write `,`"],
	[/[＜＞＝＋－＊．［］]/y, "write it half-width"],
	[/%/y, "make the share a parameter such as 0.02 with unit `ratio`"],
	[/\?/y, "write `if c then a else b`"],
	[/\^/y, "there are no powers: write `a * a`"]
];
/** Splits an expression into tokens; the last one is `end`. */
function tokenize(text) {
	const tokens = [];
	for (let at = spaceEnd(text, 0); at < text.length;) {
		const token = tokenAt(text, at);
		if (token === null) return { fault: foreign(text, at) };
		tokens.push(token);
		at = spaceEnd(text, token.end);
	}
	tokens.push({
		kind: "end",
		text: "",
		start: text.length,
		end: text.length
	});
	return { tokens };
}
function match(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}
const spaceEnd = (text, at) => at + (match(SPACE$1, text, at)?.length ?? 0);
function tokenAt(text, at) {
	if (match(NO_NUMBER, text, at) !== void 0) return null;
	for (const [kind, pattern] of KINDS) {
		const found = match(pattern, text, at);
		if (found !== void 0) return {
			kind,
			text: found,
			start: at,
			end: at + found.length
		};
	}
	return null;
}
function foreign(text, at) {
	if (text[at] === "\"") return {
		message: "a text is not closed",
		help: "close it with `\"`",
		start: at,
		end: at + 1
	};
	if (text[at] === "/" || text[at] === "÷") return {
		...DIVISION,
		start: at,
		end: at + 1
	};
	const number = match(NO_NUMBER, text, at);
	if (number !== void 0) return {
		...NUMBER_FAULT,
		message: `\`${number}\` is no number`,
		start: at,
		end: at + number.length
	};
	for (const [pattern, help] of FOREIGN) {
		const found = match(pattern, text, at);
		if (found !== void 0) return {
			...unknown$1(found),
			help,
			start: at,
			end: at + found.length
		};
	}
	const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
	return {
		...unknown$1(character),
		start: at,
		end: at + character.length
	};
}
const unknown$1 = (found) => ({ message: `\`${found}\` is not part of the language` });
const NUMBER_FAULT = { help: "write plain digits, such as 1000 or 0.5" };
const DIVISION = {
	message: "there is no division",
	help: "multiply the other side instead: `a >= b * c` says the same as a quotient, without rounding"
};
// src/lang/parse/parse.ts
/** Parses one expression of the rule language; the first fault ends it. */
function parseExpression(text, sink) {
	const lexed = tokenize(text);
	if ("fault" in lexed) return lexed;
	const cursor = createCursor(lexed.tokens, sink);
	try {
		const parsed = expression$1(cursor);
		end(cursor);
		return { expression: parsed };
	} catch (stopped) {
		if (stopped === PARSER_STOPS && cursor.fault !== null) return { fault: cursor.fault };
		throw stopped;
	}
}
const expression$1 = (cursor) => nested(cursor, disjunction);
function disjunction(cursor) {
	const { start } = peek(cursor);
	let left = conjunction(cursor);
	while (accept(cursor, "or")) {
		const right = conjunction(cursor);
		left = build(cursor, start, {
			kind: "or",
			left,
			right
		});
	}
	return left;
}
function conjunction(cursor) {
	const { start } = peek(cursor);
	let left = comparison(cursor);
	while (accept(cursor, "and")) {
		const right = comparison(cursor);
		left = build(cursor, start, {
			kind: "and",
			left,
			right
		});
	}
	return left;
}
const COMPARISONS = new Set(signsOf("comparison"));
const isComparison = ({ kind, text }) => kind === "symbol" && COMPARISONS.has(text);
function comparison(cursor) {
	const { start } = peek(cursor);
	let result = sum$1(cursor);
	if (isComparison(peek(cursor))) {
		const operator = next(cursor).text;
		result = build(cursor, start, {
			kind: "comparison",
			operator,
			left: result,
			right: sum$1(cursor)
		});
	} else if (accept(cursor, "in")) result = membership(cursor, result, start);
	else return result;
	if (isComparison(peek(cursor)) || is(cursor, "in")) fail(cursor, "comparisons do not chain", "join two comparisons with `and`, or write `x in [a..b]`");
	return result;
}
function membership(cursor, operand, start) {
	const lowIncluded = is(cursor, "[");
	if (!accept(cursor, "[") && !accept(cursor, "(")) fail(cursor, `\`in\` takes a list or a range, not ${described(cursor)}`, "write `in (\"A\", \"B\")` or `in [a..b)`");
	const first = sum$1(cursor);
	if (accept(cursor, "..")) {
		const high = sum$1(cursor);
		const highIncluded = is(cursor, "]");
		if (!accept(cursor, "]") && !accept(cursor, ")")) fail(cursor, `a range ends with \`]\` or \`)\`, not ${described(cursor)}`);
		return build(cursor, start, {
			kind: "between",
			operand,
			low: first,
			high,
			lowIncluded,
			highIncluded
		});
	}
	if (lowIncluded) fail(cursor, "a list of values stands in round brackets", "write `in (a, b)`, or `in [a..b]` for a range");
	const items = [first];
	while (accept(cursor, ",")) items.push(sum$1(cursor));
	expect(cursor, ")", "after the list");
	return build(cursor, start, {
		kind: "one-of",
		operand,
		items
	});
}
function sum$1(cursor) {
	const { start } = peek(cursor);
	let left = product$1(cursor);
	while (is(cursor, "+") || is(cursor, "-")) {
		const operator = next(cursor).text === "+" ? "+" : "-";
		const right = product$1(cursor);
		left = build(cursor, start, {
			kind: "arithmetic",
			operator,
			left,
			right
		});
	}
	return left;
}
function product$1(cursor) {
	const { start } = peek(cursor);
	let left = unary(cursor);
	while (accept(cursor, "*")) {
		const right = unary(cursor);
		left = build(cursor, start, {
			kind: "arithmetic",
			operator: "*",
			left,
			right
		});
	}
	return left;
}
function unary(cursor) {
	const { start } = peek(cursor);
	if (!accept(cursor, "-")) return primary(cursor);
	return build(cursor, start, {
		kind: "negate",
		operand: nested(cursor, unary)
	});
}
function primary(cursor) {
	const token = peek(cursor);
	switch (token.kind) {
		case "number": return number$3(cursor, next(cursor));
		case "text":
			next(cursor);
			return build(cursor, token.start, {
				kind: "text",
				text: token.text.slice(1, -1)
			});
		case "word": return RESERVED.has(token.text) ? keywordForm(cursor, expression$1) : name$1(cursor);
		case "end": return fail(cursor, "the expression ends too early");
		case "symbol": return bracket(cursor);
	}
}
function bracket(cursor) {
	const before = cursor.tokens[cursor.position - 1];
	if (!accept(cursor, "(")) {
		const pair = `${before?.kind === "symbol" ? before.text : ""}${peek(cursor).text}`;
		fail(cursor, `a value is expected, not ${described(cursor)}`, SYMBOL_HELP.get(pair) ?? SYMBOL_HELP.get(peek(cursor).text));
	}
	const inner = expression$1(cursor);
	expect(cursor, ")", "to close the bracket");
	return inner;
}
/** Symbols that cannot begin a value, with what to write instead. */
const SYMBOL_HELP = new Map(Object.entries({
	"<=": "write `<=` without a space",
	">=": "write `>=` without a space",
	"=>": "write `>=`",
	"=<": "write `<=`",
	"<>": "write `!=`",
	".": "a number begins with a digit: 0.5",
	"**": "there are no powers: write `a * a`"
}));
function number$3(cursor, token) {
	const reading = readDecimal(token.text);
	if ("fault" in reading) fail(cursor, `\`${token.text}\` has too many digits`, "at most 15 digits and 9 places", token);
	return build(cursor, token.start, {
		kind: "number",
		value: reading.value
	});
}
function name$1(cursor) {
	refuseUpperCase(cursor);
	const token = next(cursor);
	if (!accept(cursor, ".")) return build(cursor, token.start, {
		kind: "name",
		name: token.text
	});
	const fact = plainName(cursor, "a member fact");
	return build(cursor, token.start, {
		kind: "member",
		variable: token.text,
		name: fact
	});
}
/** Refuses `AND`: the words of the language are lower-case. */
function refuseUpperCase(cursor) {
	const { text } = peek(cursor);
	const lower = text.toLowerCase();
	if (text !== lower && RESERVED.has(lower)) fail(cursor, `\`${text}\` is written \`${lower}\``);
}
function end(cursor) {
	if (peek(cursor).kind === "end") return;
	refuseUpperCase(cursor);
	fail(cursor, `the expression should end before ${described(cursor)}`, END_HELP.get(peek(cursor).text) ?? JOIN);
}
const JOIN = "join two conditions with `and` or `or`";
const END_HELP = new Map(Object.entries({
	between: "write `x in [a..b]`",
	is: "write `=`, or the yes/no alone",
	",": "a list stands in round brackets: `x in (a, b)`",
	")": "no bracket is open here",
	"]": "no bracket is open here"
}));
// src/lang/shape/offsets.ts
/**
* Finds the parts of a scalar in the file, across quotes, escapes, folded lines and indentation. Characters other than white space come in
* the same order in both. If that fails, every part is the whole scalar.
*/
function offsetsInFile(source, at, text) {
	const written = unitsOf(textSlice(source, at));
	const places = [];
	let next = 0;
	for (const unit of text.split("")) {
		const found = SPACE.test(unit) ? void 0 : written[next];
		if (found === void 0) {
			if (!SPACE.test(unit)) return () => at;
			const before = written[next - 1]?.end ?? written[0]?.start ?? 0;
			places.push({
				unit,
				start: before,
				end: before + 1
			});
		} else if (found.unit === unit) {
			places.push(found);
			next += 1;
		} else return () => at;
	}
	const last = written[next - 1]?.end ?? 0;
	return (span) => {
		const start = places[span.start]?.start ?? last;
		const end = span.end > span.start ? places[Math.min(span.end, places.length) - 1]?.end ?? last : start;
		return {
			start: at.start + start,
			end: at.start + Math.max(end, start + 1)
		};
	};
}
const SPACE = /\s/;
/** The characters of a scalar other than white space, read by its style. */
function unitsOf(raw) {
	switch (raw[0]) {
		case "\"": return doubleQuoted(raw);
		case "'": return singleQuoted(raw);
		case "|":
		case ">": return plainUnits(raw, raw.indexOf("\n") + 1, raw.length);
		default: return plainUnits(raw, 0, raw.length);
	}
}
function plainUnits(raw, from, to) {
	const units = [];
	for (let at = from; at < to; at++) {
		const unit = raw.charAt(at);
		if (!SPACE.test(unit)) units.push({
			unit,
			start: at,
			end: at + 1
		});
	}
	return units;
}
function singleQuoted(raw) {
	const units = [];
	for (let at = 1; at < raw.length - 1; at++) {
		const unit = raw.charAt(at);
		const length = unit === "'" ? 2 : 1;
		if (!SPACE.test(unit)) units.push({
			unit,
			start: at,
			end: at + length
		});
		at += length - 1;
	}
	return units;
}
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/y;
function doubleQuoted(raw) {
	const units = [];
	for (let at = 1; at < raw.length - 1;) {
		ESCAPE.lastIndex = at;
		const found = ESCAPE.exec(raw);
		const end = at + (found?.[0].length ?? 1);
		const text = found === null ? raw.charAt(at) : escaped(found);
		for (const unit of text.split("")) if (!SPACE.test(unit)) units.push({
			unit,
			start: at,
			end
		});
		at = end;
	}
	return units;
}
/** The character of an escape; a space for white space and for characters that no expression can have. */
function escaped([, two, four, eight, one]) {
	const code = two ?? four ?? eight;
	if (code !== void 0) return Number.parseInt(code, 16) <= 1114111 ? String.fromCodePoint(Number.parseInt(code, 16)) : " ";
	return one === "\"" || one === "/" || one === "\\" ? one : " ";
}
// src/lang/shape/context.ts
const createContext = (source, list, { places, refused }, firstId) => ({
	...list,
	source,
	places,
	refused,
	spans: /* @__PURE__ */ new Map(),
	firstId
});
/** ` (declared at pack.yaml:12)` */
function declaredAt({ source, places }, path) {
	const own = ownSource(source, places.key(path).start);
	const { line } = positionOf(own.source, own.offset);
	return ` (declared at ${own.source.file.split("/").pop()}:${line})`;
}
/** The text at a path, and a way to find its parts in the file. */
function writtenText({ source, places }, path) {
	const text = places.text(path);
	return {
		text,
		inFile: offsetsInFile(source, places.value(path), text)
	};
}
/** Parses the expression at a path; a fault is reported and gives `null`. */
function parseAt(context, path) {
	const { spans, firstId } = context;
	const { text, inFile } = writtenText(context, path);
	const parsed = parseExpression(text, { place(span) {
		const id = firstId + spans.size;
		spans.set(id, inFile(span));
		return id;
	} });
	if ("expression" in parsed) return parsed.expression;
	const { message, help, start, end } = parsed.fault;
	context.fault("expression-syntax", inFile({
		start,
		end
	}), message, { help });
	return null;
}
/** The number at a path, exactly as it is written. One that is too long is reported and counts as 1. */
function readDecimalAt(places, list, path) {
	const text = places.text(path);
	const reading = readDecimal(text);
	if ("value" in reading) return reading.value;
	list.fault("bad-number", places.value(path), `${quoted$1(text)} is too long for a number`, { help: "a number has at most 15 digits and 9 places" });
	return ONE;
}
/** True if the date at a path exists; otherwise that is reported. */
function checkDate(context, path) {
	const text = context.places.text(path);
	if (isDate(text)) return true;
	context.fault("bad-date", context.places.value(path), `${quoted$1(text)} is no date that exists`, { help: "write YYYY-MM-DD" });
	return false;
}
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend$1(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived$1(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// node_modules/zod/v4/core/core.js
var _a$1;
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}
// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};
// node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
	return new RegExp(`^${source}$`);
}
const date$1 = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const integer = /^-?\d+$/;
const number$2 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;
// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});
// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};
// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date$1);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$2;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject$2 = isObject;
	const jit = !globalConfig.jitless;
	const fastEnabled = jit && allowsEval.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$2(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$2.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE$2 = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE$2;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE$2;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE$2;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE$2;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE$2) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open.length > depth ? open.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
// node_modules/zod/v4/locales/en.js
const error = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error() };
}
// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$2 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
const recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/classic/parse.js
const parse = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(/* @__PURE__ */ _overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived$1({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(/* @__PURE__ */ _regex(...args));
	},
	includes(...args) {
		return this.check(/* @__PURE__ */ _includes(...args));
	},
	startsWith(...args) {
		return this.check(/* @__PURE__ */ _startsWith(...args));
	},
	endsWith(...args) {
		return this.check(/* @__PURE__ */ _endsWith(...args));
	},
	min(...args) {
		return this.check(/* @__PURE__ */ _minLength(...args));
	},
	max(...args) {
		return this.check(/* @__PURE__ */ _maxLength(...args));
	},
	length(...args) {
		return this.check(/* @__PURE__ */ _length(...args));
	},
	nonempty(...args) {
		return this.check(/* @__PURE__ */ _minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(/* @__PURE__ */ _lowercase(params));
	},
	uppercase(params) {
		return this.check(/* @__PURE__ */ _uppercase(params));
	},
	trim() {
		return this.check(/* @__PURE__ */ _trim());
	},
	normalize(...args) {
		return this.check(/* @__PURE__ */ _normalize(...args));
	},
	toLowerCase() {
		return this.check(/* @__PURE__ */ _toLowerCase());
	},
	toUpperCase() {
		return this.check(/* @__PURE__ */ _toUpperCase());
	},
	slugify() {
		return this.check(/* @__PURE__ */ _slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(/* @__PURE__ */ _email(ZodEmail, params));
	},
	url(params) {
		return this.check(/* @__PURE__ */ _url(ZodURL, params));
	},
	jwt(params) {
		return this.check(/* @__PURE__ */ _jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(/* @__PURE__ */ _emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(/* @__PURE__ */ _guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(/* @__PURE__ */ _uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(/* @__PURE__ */ _uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(/* @__PURE__ */ _uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(/* @__PURE__ */ _uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(/* @__PURE__ */ _nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(/* @__PURE__ */ _cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(/* @__PURE__ */ _cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(/* @__PURE__ */ _ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(/* @__PURE__ */ _base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(/* @__PURE__ */ _base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(/* @__PURE__ */ _xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(/* @__PURE__ */ _ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(/* @__PURE__ */ _ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(/* @__PURE__ */ _ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(/* @__PURE__ */ _cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(/* @__PURE__ */ _cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(/* @__PURE__ */ _e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(/* @__PURE__ */ _isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(/* @__PURE__ */ _isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(/* @__PURE__ */ _isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(/* @__PURE__ */ _isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return /* @__PURE__ */ _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived$1({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(/* @__PURE__ */ _gt(value, params));
	},
	gte(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	min(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	lt(value, params) {
		return this.check(/* @__PURE__ */ _lt(value, params));
	},
	lte(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	max(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(/* @__PURE__ */ _gt(0, params));
	},
	nonnegative(params) {
		return this.check(/* @__PURE__ */ _gte(0, params));
	},
	negative(params) {
		return this.check(/* @__PURE__ */ _lt(0, params));
	},
	nonpositive(params) {
		return this.check(/* @__PURE__ */ _lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	step(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number$1(params) {
	return /* @__PURE__ */ _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return /* @__PURE__ */ _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return /* @__PURE__ */ _boolean(ZodBoolean, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => void 0;
});
function unknown() {
	return /* @__PURE__ */ _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return /* @__PURE__ */ _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(/* @__PURE__ */ _minLength(n, params));
	},
	nonempty(params) {
		return this.check(/* @__PURE__ */ _minLength(1, params));
	},
	max(n, params) {
		return this.check(/* @__PURE__ */ _maxLength(n, params));
	},
	length(n, params) {
		return this.check(/* @__PURE__ */ _length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return /* @__PURE__ */ _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend$1(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodObject(def);
}
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record$1(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
	return /* @__PURE__ */ _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return /* @__PURE__ */ _superRefine(fn, params);
}
// src/lang/shape/schema-parts.ts
/** The form of a day, and what is said of another form. */
const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DATE_FORM = "a date is written YYYY-MM-DD";
const name = string().regex(/^[a-z][a-z0-9_]*$/, "a name is snake_case: lower-case letters, digits, `_`");
const id = string().regex(/^[a-z0-9][a-z0-9_-]*$/, "an id is made of lower-case letters, digits, `-` and `_`");
const text = string().min(1, "empty");
const date = string().regex(DATE_PATTERN, DATE_FORM);
const expression = union([text, number$1()], { error: "an expression" });
const evidence = _enum([
	"verified",
	"weak",
	"arithmetic",
	"unverified"
]);
const texts = array(text);
const unit = text.max(100, "a unit has at most 100 characters").describe("a unit, such as CNY/person/year, minute or ratio");
const note$1 = text.describe("a remark for the readers of the pack").optional();
const quote = text.describe("the words of the source").optional();
const citation = {
	source: id.describe("the id of one of the sources of the pack"),
	evidence: evidence.describe("verified (read in the cited document), weak (a weak source), arithmetic (worked out from cited figures) or unverified"),
	quote,
	note: note$1
};
const optionalCitation = {
	source: citation.source.optional(),
	evidence: citation.evidence.optional(),
	quote,
	note: note$1
};
const describedColumn = {
	labels: record$1(string().regex(/^[a-z]{2}$/, "a language is two letters, such as en or zh"), text).describe("names for people by language; each is also a column name that is recognised").optional(),
	aliases: texts.describe("further column names that are recognised").optional(),
	note: note$1
};
const least$1 = "the lowest value there can be";
const most$2 = "the highest value there can be";
/** Of facts: numbers, or days where the fact is a date. */
const factBounds = {
	min: union([number$1(), text]).describe(`${least$1}; a day for a date`).optional(),
	max: union([number$1(), text]).describe(`${most$2}; a day for a date`).optional()
};
const bounds = {
	min: number$1().describe(least$1).optional(),
	max: number$1().describe(most$2).optional()
};
const step = number$1().positive("a step is above 0");
// src/lang/shape/schema-keys.ts
/** The keys that a schema knows in the mapping at a path; none if the keys are free. */
function knownKeysAt(schema, path) {
	const shape = definitionOf(unwrapped(stepTo(schema, path)))?.shape;
	return shape === void 0 ? [] : Object.keys(shape);
}
/** The description that a schema has for the value at a path. */
function descriptionAt(schema, path) {
	for (let at = stepTo(schema, path); at !== void 0; at = definitionOf(at)?.innerType) {
		const description = Reflect.get(Object(at), "description");
		if (typeof description === "string") return description;
	}
}
const isOptionalAt = (schema, path) => definitionOf(stepTo(schema, path))?.type === "optional";
/** True if a schema wants a day at a path. */
function isDateAt(schema, path) {
	let at = stepTo(schema, path);
	while (definitionOf(at)?.type === "optional") at = definitionOf(at)?.innerType;
	return definitionOf(at)?.checks?.some(({ _zod }) => _zod.def.pattern?.source === DATE_PATTERN.source) ?? false;
}
const definitionOf = (schema) => Reflect.get(Object(schema), "def");
function stepTo(root, path) {
	let schema = root;
	for (const part of path) {
		const definition = definitionOf(unwrapped(schema));
		schema = definition?.shape?.[part] ?? definition?.catchall ?? definition?.valueType ?? definition?.element;
	}
	return schema;
}
/** Looks through optional values, and takes the mapping or list among the branches of a union. */
function unwrapped(schema) {
	const definition = definitionOf(schema);
	if (definition?.type === "optional") return unwrapped(definition.innerType);
	if (definition?.type !== "union") return schema;
	return definition.options?.find((option) => [
		"object",
		"record",
		"array"
	].includes(definitionOf(option)?.type ?? ""));
}
// src/lang/shape/issues.ts
/** The path of an issue in the file; `under` is the path of the value that the issue is about. */
const issuePath = (issue, under = []) => [...under, ...issue.path.map((part) => typeof part === "number" ? part : String(part))];
/** Tells one issue of the schema as faults that a policy officer understands. */
function tellIssue(telling, issue, under = []) {
	const path = issuePath(issue, under);
	const found = valueAt(telling.plain, path);
	if (issue.code === "unrecognized_keys") tellUnknownKeys(telling, path, issue.keys);
	else if (issue.code === "invalid_key") tellKey(telling, path, issue.issues[0]?.message);
	else if (found === void 0) tellMissing(telling, path, issue);
	else if (found === null || found === "") tellEmpty(telling, path, issue);
	else if (isDateAt(telling.form.schema, path) && typeof found !== "object") tellDate(telling, path);
	else if (issue.code === "invalid_type") tellType(telling, path, found, typeName$1(telling.form, path, issue.expected));
	else if (issue.code === "invalid_union") tellUnion(telling, path, found, issue);
	else if (issue.code === "invalid_value") tellValue(telling, path, issue);
	else tellOther(telling, path, found, issue);
}
function tellUnknownKeys({ form, places, list }, path, keys) {
	const known = knownKeysAt(form.schema, path);
	for (const key of keys) {
		const help = list.suggest(key, known) ?? `known here: ${known.join(", ")}`;
		const message = `unknown key ${quoted$1(key)} in ${form.nameOf(places, path)}`;
		list.fault("shape", places.key([...path, key]), message, { help });
	}
}
function tellKey({ form, places, list }, path, rule) {
	const message = `${quoted$1(String(path[path.length - 1]))} cannot be a key of ${form.nameOf(places, path.slice(0, -1))}`;
	list.fault("shape", places.key(path), message, { help: rule });
}
function tellMissing({ form, places, list }, path, issue) {
	const parent = path.slice(0, -1);
	const key = String(path[path.length - 1]);
	const what = whatAt(form, path, issue);
	const help = `add \`${key}:\`${what === void 0 ? "" : ` (${what})`}`;
	list.fault("shape", places.key(parent), `${form.nameOf(places, parent)} has no \`${key}\``, { help });
}
function tellEmpty({ form, places, list }, path, issue) {
	const help = isOptionalAt(form.schema, path) ? "fill it in, or leave the key out" : whatAt(form, path, issue);
	list.fault("shape", places.value(path), `${form.nameOf(places, path)} is empty`, { help });
}
const whatAt = ({ schema }, path, issue) => issue.code === "invalid_value" && issue.values.length > 1 ? oneOf$1(issue.values) : descriptionAt(schema, path);
function tellType({ form, places, list }, path, found, expected) {
	const message = `${form.nameOf(places, path)} is ${kindOf(found, places.text(path))}, where ${expected} is expected`;
	const help = typeHelp(found, expected, places.text(path)) ?? descriptionAt(form.schema, path);
	list.fault("shape", places.value(path), message, { help });
}
/** Tells what is wrong inside the branch of a union that fits the kind of the value. Without such a branch, no branch fits. */
function tellUnion(telling, path, found, issue) {
	const inside = issue.errors.find((issues) => issues.every((each) => each.path.length > 0 || each.code === "unrecognized_keys" || each.code === "too_small"));
	if (inside === void 0 || inside.length === 0) tellType(telling, path, found, issue.message);
	else for (const each of oneEach(inside)) tellIssue(telling, each, path);
}
function tellDate({ places, list }, path) {
	const message = `${quoted$1(places.text(path))} is no date`;
	list.fault("bad-date", places.value(path), message, { help: "write YYYY-MM-DD" });
}
function tellValue({ form, places, list }, path, issue) {
	const text = places.text(path);
	const remarks = {
		why: issue.message.startsWith("Invalid") ? void 0 : issue.message,
		help: valueHelp(list, text, issue.values.map(String))
	};
	list.fault("shape", places.value(path), `${quoted$1(text)} cannot be ${form.nameOf(places, path)}`, remarks);
}
function tellOther({ form, places, list }, path, found, issue) {
	const text = places.text(path);
	if (typeof found === "object") list.fault("shape", places.value(path), issue.message);
	else list.fault("shape", places.value(path), `${quoted$1(text)} cannot be ${form.nameOf(places, path)}`, { help: issue.message });
}
/** The first issue of each value. An unknown key is not an issue of the mapping that has it. */
function oneEach(issues) {
	const seen = /* @__PURE__ */ new Set();
	return issues.filter((issue) => {
		const key = JSON.stringify(issue.path);
		if (issue.code === "unrecognized_keys") return true;
		return !seen.has(key) && seen.add(key);
	});
}
/** Leaves out missing keys if the mapping has nearly the same key: that misspelled key is told, with the right one as help. */
function withoutMisspelledKeys(plain, issues) {
	const strays = /* @__PURE__ */ new Map();
	for (const issue of issues) if (issue.code === "unrecognized_keys") strays.set(JSON.stringify(issue.path), issue.keys);
	return issues.filter((issue) => {
		const keys = strays.get(JSON.stringify(issue.path.slice(0, -1)));
		const [missing] = issue.path.slice(-1);
		if (keys === void 0 || valueAt(plain, issuePath(issue)) !== void 0) return true;
		return !keys.some((key) => nearestWords(key, [String(missing)]).length > 0);
	});
}
const valueAt = (plain, path) => path.reduce((value, part) => value !== null && typeof value === "object" && Object.hasOwn(value, part) ? Reflect.get(value, part) : void 0, plain);
function valueHelp(list, text, values) {
	if (values.includes(text)) return "take the quotes away";
	return list.suggest(text, values) ?? `write ${oneOf$1(values)}`;
}
const oneOf$1 = (values) => `${values.length > 1 ? "one of " : ""}${values.map(String).join(", ")}`;
const typeName$1 = ({ schema }, path, expected) => isDateAt(schema, path) ? "a date" : TYPE_NAMES[expected] ?? `a ${expected}`;
const TYPE_NAMES = {
	object: "a mapping",
	record: "a mapping",
	array: "a list",
	string: "a text",
	number: "a number",
	boolean: "true or false"
};
function kindOf(value, text) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a mapping";
	return typeof value === "boolean" ? quoted$1(text) : `the ${typeof value === "number" ? "number" : "text"} ${quoted$1(text)}`;
}
function typeHelp(found, expected, text) {
	if (expected === "a number" && typeof found === "string") return "value" in readDecimal(text) ? "take the quotes away" : "write plain digits, such as 4000 or 0.02";
	if (expected === "true or false") return "write true or false";
	if (expected === "a text" && typeof found !== "object") return `put it in quotes: "${text}"`;
	if (expected === "an expression" && typeof found === "boolean") return "write the yes/no itself, or `not(...)` around it";
	if (expected === "an expression" && Array.isArray(found)) return "put the expression in quotes: YAML takes `[` at the beginning for a list";
	return expected === "a value" && typeof found === "boolean" ? "write yes or no" : void 0;
}
// src/lang/shape/name-path.ts
/** The noun for an entry of each section, and the number of steps to it. */
const ELEMENTS = new Map(Object.entries({
	parameters: {
		noun: "parameter",
		depth: 2
	},
	facts: {
		noun: "fact",
		depth: 3
	},
	derived: {
		noun: "derived value",
		depth: 2
	},
	criteria: {
		noun: "criterion",
		depth: 2
	},
	checks: {
		noun: "check",
		depth: 2
	},
	outputs: {
		noun: "output",
		depth: 2
	},
	properties: {
		noun: "property",
		depth: 2
	},
	sources: {
		noun: "source",
		depth: 2
	},
	pillars: {
		noun: "pillar",
		depth: 2
	},
	outcomes: {
		noun: "outcome",
		depth: 2
	},
	decisions: {
		noun: "table",
		depth: 2
	},
	units: {
		noun: "unit",
		depth: 2
	}
}));
/** The part of a path that leads to its parameter, fact, criterion or table; `null` if it leads to none. */
function elementOf(path) {
	const element = ELEMENTS.get(String(path[0]));
	return element === void 0 || path.length < element.depth ? null : path.slice(0, element.depth);
}
/** What stands at a path, in words: "`unit` of parameter `poverty_line`", "row 2 of table `none`", "criterion 3". */
function nameInPack(places, path) {
	const last = path[path.length - 1];
	if (last === void 0) return "the pack";
	const element = elementOf(path);
	if (element?.length === path.length && !isSelector(path)) return elementName(places, element);
	const own = typeof last === "number" ? itemName(path, last) : `${path[path.length - 2] === "codes" ? "code " : ""}\`${last}\``;
	const rest = path.slice(0, path[path.length - 2] === "codes" ? -2 : -1);
	return rest.length === 0 ? own : `${own} of ${nameInPack(places, rest)}`;
}
/** `by` stands among the tables and is not one. */
const isSelector = (path) => path[0] === "decisions" && path[1] === "by";
function elementName(places, path) {
	const noun = ELEMENTS.get(String(path[0]))?.noun ?? "entry";
	const last = path[path.length - 1];
	if (typeof last !== "number") return `${noun} \`${last}\``;
	const id = places.text([...path, "id"]);
	return id === "" ? `${noun} ${last + 1}` : `${noun} \`${id}\``;
}
function itemName(path, index) {
	return `${path[0] === "decisions" && path.length === 3 ? "row" : "item"} ${index + 1}`;
}
// src/lang/shape/pack-schema.ts
const fact = strictObject({
	type: _enum([
		"money",
		"number",
		"count",
		"yes_no",
		"code",
		"date",
		"text"
	]).describe("what a cell holds; a count is a whole number"),
	unit: unit.optional(),
	...factBounds,
	step: step.describe("the smallest difference that matters to proofs and turning points").optional(),
	codes: record$1(text, union([text, strictObject({
		title: text,
		aliases: texts.optional()
	})], { error: "a text or a mapping of `title` and `aliases`" })).describe("each code with its meaning, in order").optional(),
	assume: union([text, number$1()], { error: "a value" }).describe("the value taken where the file has no such column at all").optional(),
	near: texts.describe("words in a header that speak of the fact: where one stands, nothing is assumed; unlike an alias it reads no column").optional(),
	personal: boolean().describe("true for names, numbers, phones: never an input of a rule, printed as …").optional(),
	completed_years_since: name.describe("a date fact of the member; the value is also the completed years since").optional(),
	...describedColumn
});
const parameter = strictObject({
	title: text.describe("what the number is, for people"),
	unit,
	...bounds,
	note: note$1,
	values: array(strictObject({
		from: date.describe("the first day on which the value is in force"),
		to: date.describe("the last day on which the value is in force").optional(),
		value: number$1().describe("plain digits, such as 4000 or 0.02"),
		...citation
	})).min(1, "a parameter needs at least one value").describe("the values by date; in force is the one with the latest `from`")
});
const derived = strictObject({
	type: _enum([
		"money",
		"number",
		"count",
		"yes_no"
	], { error: "a derived value is a number or a yes/no" }).describe("number where a unit is given and yes_no where none is, unless another is said").optional(),
	unit: unit.optional(),
	...bounds,
	step: step.describe("the smallest difference that matters to proofs and turning points").optional(),
	...describedColumn,
	sources: array(union([
		text,
		number$1(),
		strictObject({
			of: expression,
			within: expression
		})
	], { error: "an expression, `given` or a mapping of `of` and `within`" })).min(1, "a derived value needs at least one source").describe("ways to one value: given (the column), an expression, or { of, within } for a rounded figure")
});
const criterion = strictObject({
	id: name.describe("the name of the criterion in tables and results"),
	pillar: id.describe("the id of one of the pillars"),
	title: text.describe("what is demanded, as a sentence that is true when it is met"),
	reason: text.describe("why it is unmet, in a few words"),
	met: expression.describe("a yes/no: yes where the criterion is met"),
	applies_if: expression.describe("a yes/no: no where the criterion does not apply").optional(),
	since: date.describe("the criterion does not apply before this day").optional(),
	advisory: boolean().describe("true for what is reported and never decides").optional(),
	...citation
});
const row = strictObject({
	when: text.describe("any unmet of [a, b], or all met of [a, b]").optional(),
	then: name.describe("the outcome").optional(),
	otherwise: name.describe("the outcome of all that no row above has decided; the last row").optional(),
	...optionalCitation
});
const check = strictObject({
	id: id.describe("the name of the check"),
	when: expression.describe("a yes/no: the check fires where it is yes"),
	unless: expression.describe("a yes/no: the check is silent where it is yes").optional(),
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	message: text.describe("what is said of the record"),
	gap: union([text, texts.min(1, "`gap` names one fact at least")], { error: "a fact or a list of facts" }).describe("what counts as unknown where the check fires: a fact, members, or members.FACT").optional()
});
const record = strictObject({
	name: name.describe("what is judged, in the singular; also the name of its group of facts"),
	plural: name.describe("the same in the plural; without it the name and s").optional(),
	id: name.describe("the text fact that tells records apart"),
	date: name.describe("the date fact by which a record is judged").optional(),
	size: name.describe("the number of persons of a record").optional(),
	places: array(name).describe("text or code facts from the largest place to the smallest").optional()
});
const source = strictObject({
	title: text,
	publisher: text.optional(),
	date: union([text, number$1()], { error: "a year, month or day" }).describe("a year, month or day").optional(),
	checked: date.describe("the day on which somebody last looked it up").optional(),
	url: text.regex(/^https?:\/\//, "an address begins with https:// or http://").optional(),
	note: note$1
});
const output = strictObject({
	of: expression.describe("the figure to report"),
	per: expression.describe("a divisor that is always above 0").optional(),
	step: step.describe("what the figure is rounded to; 0.01 unless said").optional()
});
const property = strictObject({
	id: id.describe("the name of the promise"),
	order: array(name).min(2, "an order needs two outcomes or more").describe("outcomes from the least help to the most")
});
/** The shape of a pack.yaml. Names, types and units are checked afterwards. */
const packSchema = strictObject({
	language: literal(1, { error: "this tpa reads version 1 of the language; a pack of a later version needs a later tpa" }).describe("the version of the rule language: 1"),
	pack: id.describe("the id of the pack"),
	title: text.describe("the name of the pack, for people"),
	version: string().regex(/^\d+\.\d+\.\d+$/, "a version is three numbers, such as 1.0.0").describe("three numbers, such as 1.0.0"),
	extends: id.describe("the id of the pack that this one changes in parts").optional(),
	as_of: date.describe("the date taken for records that bring none").optional(),
	allow_unverified: boolean().describe("true lets values and criteria of evidence unverified stand").optional(),
	note: note$1,
	record: record.describe("what is judged"),
	sources: record$1(id, source).describe("what is cited, by id"),
	units: array(string().regex(/^\p{L}[\p{L}\p{N}_]*$/u, "a base unit is one word of letters, digits and `_`").max(30, "a base unit has at most 30 characters")).describe("base units beyond the built-in ones").optional(),
	pillars: record$1(id, text).describe("id and title of each group of criteria, in the order of reports"),
	parameters: record$1(name, parameter).describe("the numbers of the policy, dated, with unit and source").optional(),
	facts: record$1(name, record$1(name, fact)).describe("a group named after the record, and optionally `member` for the rows of its roster"),
	derived: record$1(name, derived).describe("values worked out in one or several ways").optional(),
	criteria: array(criterion).min(1, "a pack needs at least one criterion").describe("what the standard demands, in the order of reports"),
	outcomes: record$1(name, text).describe("a title for each outcome of the tables, in the order of reports").optional(),
	decisions: object({ by: name.describe("the code fact that chooses the table").optional() }).catchall(array(row).min(1, "a table needs at least one row").describe("rows, read from the top")).describe("`by:` a code fact and a table for each of its codes, or one table under `table:`"),
	checks: array(check).describe("what looks wrong in a record; never changes a value").optional(),
	outputs: record$1(name, output).describe("figures to report").optional(),
	properties: array(property).describe("promises that `tpa check` proves").optional()
});
// src/lang/shape/places.ts
/** The entries of a mapping in the order of the file. JavaScript does not keep it for keys such as `1`. */
function entriesOf(places, path, mapping) {
	if (mapping === void 0) return [];
	return places.names(path).flatMap((name) => {
		const value = Object.hasOwn(mapping, name) ? mapping[name] : void 0;
		return value === void 0 ? [] : [[name, value]];
	});
}
function createPlaces(root) {
	const entries = /* @__PURE__ */ new WeakMap();
	const entryOf = (mapping, key) => {
		const known = entries.get(mapping) ?? new Map(mapping.entries.map((entry) => [entry.key.text, entry]));
		entries.set(mapping, known);
		return known.get(key);
	};
	const step = (from, part) => {
		if (from.kind === "mapping") return entryOf(from, String(part)) ?? null;
		const item = from.kind === "sequence" ? from.items[Number(part)] : void 0;
		return item === void 0 ? null : {
			value: item,
			key: headOf$1(item)
		};
	};
	const find = (path) => {
		let found = {
			value: root,
			key: headOf$1(root)
		};
		for (const part of path) {
			const next = step(found.value, part);
			if (next === null || next.value === null) return {
				value: null,
				key: found.key
			};
			found = {
				value: next.value,
				key: next.key
			};
		}
		return found;
	};
	return {
		value(path) {
			const { value, key } = find(path);
			return value?.kind === "scalar" && value.end > value.start ? value : key;
		},
		key: (path) => find(path).key,
		text(path) {
			const { value } = find(path);
			return value?.kind === "scalar" ? value.text : "";
		},
		names(path) {
			const { value } = find(path);
			return value?.kind === "mapping" ? value.entries.map((entry) => entry.key.text) : [];
		}
	};
}
/** The place that stands for a whole value: a single value itself, the first entry of a mapping, the first item of a list. */
function headOf$1(tree) {
	if (tree.kind === "scalar") return tree;
	const first = tree.kind === "sequence" ? tree.items[0] : void 0;
	if (first !== void 0) return headOf$1(first);
	const entry = tree.kind === "mapping" ? tree.entries[0] : void 0;
	if (entry === void 0) return tree;
	return entry.value.kind === "scalar" ? {
		start: entry.key.start,
		end: Math.max(entry.key.end, entry.value.end)
	} : entry.key;
}
// src/lang/shape/plain-values.ts
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/**
* A tree as JavaScript values, only to check its shape. Plain numerals, `true`, `false` and nothing become those; all else is text. Exact
* numbers are read from the source text later.
*/
function plainValues$1(tree) {
	if (tree.kind === "sequence") return tree.items.map(plainValues$1);
	if (tree.kind === "mapping") return Object.fromEntries(tree.entries.map(({ key, value }) => [key.text, plainValues$1(value)]));
	if (!tree.plain) return tree.text;
	if (isNull(tree)) return null;
	if (tree.text === "true" || tree.text === "false") return tree.text === "true";
	return NUMBER.test(tree.text) ? Number(tree.text) : tree.text;
}
/** Refuses the key `__proto__`, which JavaScript treats in its own way, and leaves it out wherever it stands. */
function withoutProto(list, tree) {
	if (tree.kind === "scalar") return tree;
	if (tree.kind === "sequence") return {
		...tree,
		items: tree.items.map((item) => withoutProto(list, item))
	};
	const entries = tree.entries.flatMap(({ key, value }) => {
		if (key.text !== "__proto__") return [{
			key,
			value: withoutProto(list, value)
		}];
		list.fault("shape", key, "`__proto__` cannot be a key");
		return [];
	});
	return {
		...tree,
		entries
	};
}
// src/lang/shape/salvage.ts
const NOTHING_REFUSED = {
	has: () => false,
	hasAny: () => false
};
/** Simple values that every pack needs and nothing else depends on, with a stand-in for each. */
const STAND_INS = new Map(Object.entries({
	language: "1",
	pack: "pack",
	title: "title",
	version: "0.0.0"
}));
/**
* Leaves out unknown keys, and every parameter, fact, criterion or table with another fault. `null` if a fault is outside of these,
* because too much would depend on it.
*/
function salvage(tree, places, issues) {
	if (tree.kind !== "mapping") return null;
	const left = /* @__PURE__ */ new Set();
	const refused = /* @__PURE__ */ new Map();
	for (const issue of issues) for (const path of leftOutBy(issue)) {
		if (path === null) return null;
		left.add(keyOf$1(path));
		if (issue.code === "unrecognized_keys") {
			if (path.length === 1) for (const section of meantBy(tree, path)) note(refused, section, UNNAMED);
			continue;
		}
		const isNamed = issue.code !== "invalid_key" || issue.path.length > path.length;
		note(refused, String(path[0]), isNamed ? nameAt(places, path) : UNNAMED);
	}
	return {
		tree: withStandIns(without(tree, [], left)),
		refused: asRefused(refused)
	};
}
/** Sections that a pack need not have. */
const OPTIONAL = {
	mapping: [
		"parameters",
		"derived",
		"outcomes"
	],
	sequence: ["units"],
	scalar: []
};
/** The sections that an unknown key of the pack may have meant. */
function meantBy(tree, [key]) {
	const value = entryOf(tree, String(key))?.value;
	if (value === void 0) return [];
	return OPTIONAL[value.kind].filter((section) => entryOf(tree, section) === void 0);
}
function note(refused, section, name) {
	const names = refused.get(section);
	if (names === void 0) refused.set(section, /* @__PURE__ */ new Set([name]));
	else names.add(name);
}
const asRefused = (names) => ({
	has(section, name) {
		const refused = names.get(section);
		return refused !== void 0 && (refused.has(name) || refused.has(UNNAMED));
	},
	hasAny: (section) => names.has(section)
});
function leftOutBy(issue) {
	const path = issuePath(issue);
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
	const [first] = path;
	if (path.length === 1 && typeof first === "string" && STAND_INS.has(first)) return [path];
	return [elementOf(path)];
}
/** The name of a part that has none. */
const UNNAMED = "";
/** The name or id of a part; the group of a fact does not count. */
function nameAt(places, path) {
	const last = path[path.length - 1];
	return typeof last === "number" ? places.text([...path, "id"]) : String(last);
}
const keyOf$1 = (path) => path.join("\0");
function without(tree, path, left) {
	const stays = (part) => !left.has(keyOf$1([...path, part]));
	if (tree.kind === "sequence") {
		const items = tree.items.map((item, index) => stays(index) ? without(item, [...path, index], left) : null);
		return {
			...tree,
			items: items.filter((item) => item !== null)
		};
	}
	if (tree.kind === "scalar") return tree;
	const entries = tree.entries.filter(({ key }) => stays(key.text)).map(({ key, value }) => ({
		key,
		value: without(value, [...path, key.text], left)
	}));
	return {
		...tree,
		entries
	};
}
function withStandIns(tree) {
	if (tree.kind !== "mapping") return tree;
	const { start } = tree;
	const added = [...STAND_INS].filter(([key]) => !tree.entries.some((entry) => entry.key.text === key)).map(([key, text]) => {
		const scalar = {
			kind: "scalar",
			plain: true,
			start,
			end: start
		};
		return {
			key: {
				...scalar,
				text: key
			},
			value: {
				...scalar,
				text
			}
		};
	});
	return {
		...tree,
		entries: [...tree.entries, ...added]
	};
}
// src/lang/shape/read-shape.ts
/** Compiling the schema takes longer than using it for the one pack that a program reads. */
const ONCE = { jitless: true };
const PACK = {
	schema: packSchema,
	nameOf: nameInPack
};
/**
* The raw form of a pack file. Every key or value of the wrong form is a fault. The rest is returned to be checked in the same go; `null`
* if that makes no sense.
*/
function readShape(list, root) {
	const tree = withoutProto(list, root);
	const plain = plainValues$1(tree);
	const places = createPlaces(tree);
	const checked = packSchema.safeParse(plain, ONCE);
	if (checked.success) return {
		raw: checked.data,
		places,
		refused: NOTHING_REFUSED
	};
	const issues = oneEach(checked.error.issues);
	for (const issue of withoutMisspelledKeys(plain, issues)) tellIssue({
		form: PACK,
		plain,
		places,
		list
	}, issue);
	const rest = salvage(tree, places, issues);
	if (rest === null) return null;
	const again = packSchema.safeParse(plainValues$1(rest.tree), ONCE);
	return again.success ? {
		raw: again.data,
		places: createPlaces(rest.tree),
		refused: rest.refused
	} : null;
}
// src/lang/shape/yaml-faults.ts
/** What is most likely behind a fault of YAML, by words of its message. */
const HELP = [
	[/same column|indent/i, "check the spaces at the beginning of this line and the lines above"],
	[/tab/i, "indent with spaces"],
	[/quote/i, "close the quote that is open here"],
	[/unexpected|nested mappings|plain value|implicit key|flow sequence/i, "put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes"]
];
/** The faults of a file that is no YAML: of malformed places the first, because those below are mostly its echo. */
function yamlFaults(faults) {
	const first = faults.find((fault) => fault.code === "syntax");
	if (first === void 0) return [...faults];
	const help = HELP.find(([pattern]) => pattern.test(first.message))?.[1];
	return [help === void 0 ? first : {
		...first,
		help
	}];
}
// src/lang/shape/extending-keys.ts
/** Keys that every pack must have itself. */
const OWN_KEYS = /* @__PURE__ */ new Set([
	"language",
	"pack",
	"title",
	"version",
	"note",
	"extends"
]);
/** Keys that a pack may replace; else it has those of its parent. */
const REPLACED = /* @__PURE__ */ new Set(["as_of", "allow_unverified"]);
/** Keys under which entries are replaced or added by name. */
const BY_NAME = /* @__PURE__ */ new Set([
	"sources",
	"pillars",
	"parameters",
	"derived",
	"outcomes",
	"decisions",
	"outputs"
]);
/** Lists whose items are replaced or added by `id`. */
const BY_ID = /* @__PURE__ */ new Set([
	"criteria",
	"checks",
	"properties"
]);
[
	...OWN_KEYS,
	...REPLACED,
	...BY_NAME,
	...BY_ID
];
// src/lang/assemble/extend.ts
/** A pack with all that it takes over from the packs it extends, nearest first. */
function extendAll(list, child, ancestors) {
	const [parent, ...others] = ancestors;
	return parent === void 0 ? child : extend(list, child, extendAll(list, parent, others));
}
/**
* Lays a pack over its parent. Parameters, facts, derived values, criteria, tables and checks replace those with the same name as a whole,
* or are added after them. The declaration of the record cannot change.
*/
function extend(list, child, parent) {
	if (child.kind !== "mapping" || parent.kind !== "mapping") return child;
	const entries = child.entries.filter(({ key }) => !isMerged(key.text) || entryOf(parent, key.text) === void 0);
	const record = entryOf(child, "record");
	if (record !== void 0) list.fault("shape", record.key, "a pack that extends another cannot change `record`", {
		why: "both must judge the same records",
		help: "write a pack of its own instead"
	});
	for (const inherited of parent.entries) {
		const name = inherited.key.text;
		if (OWN_KEYS.has(name)) continue;
		const own = name === "record" ? void 0 : entryOf(child, name);
		if (own === void 0) entries.push(inherited);
		else if (isMerged(name)) entries.push({
			key: own.key,
			value: mergeSection(name, own.value, inherited.value)
		});
	}
	return {
		...child,
		entries
	};
}
const isMerged = (name) => name === "record" || BY_NAME.has(name) || BY_ID.has(name) || name === "facts" || name === "units";
function mergeSection(name, own, inherited) {
	if (own.kind === "mapping" && inherited.kind === "mapping") {
		if (name === "decisions") return mergeDecisions(own, inherited);
		return name === "facts" ? mergeFacts(own, inherited) : mergeNames(own, inherited);
	}
	if (own.kind === "sequence" && inherited.kind === "sequence") {
		if (name === "units") return {
			...own,
			items: [...inherited.items, ...own.items]
		};
		return {
			...own,
			items: mergeIds(own.items, inherited.items)
		};
	}
	return own;
}
/** What stands twice in the pack itself stands twice in the result, where it is refused as in any pack. */
function mergeIds(own, inherited) {
	const left = [...own];
	return [...inherited.map((item) => {
		const id = idOf(item);
		const at = id === null ? -1 : left.findIndex((each) => idOf(each) === id);
		return at < 0 ? item : left.splice(at, 1)[0] ?? item;
	}), ...left];
}
/** A pack whose decisions are chosen in another way than its parent's takes none of their tables. */
function mergeDecisions(own, inherited) {
	const isOneTable = entryOf(own, "table") !== void 0;
	return (entryOf(inherited, "table") !== void 0 ? entryOf(own, "by") !== void 0 && !isOneTable : isOneTable) ? own : mergeNames(own, inherited);
}
function mergeNames(own, inherited) {
	const replaced = inherited.entries.map((entry) => entryOf(own, entry.key.text) ?? entry);
	return {
		...own,
		entries: [...replaced, ...own.entries.filter(({ key }) => entryOf(inherited, key.text) === void 0)]
	};
}
/** Facts stand in groups; they are replaced or added inside their group. */
function mergeFacts(own, inherited) {
	const groups = mergeNames(own, inherited);
	const entries = groups.entries.map(({ key, value }) => {
		const parent = entryOf(inherited, key.text)?.value;
		return {
			key,
			value: value !== parent && value.kind === "mapping" && parent?.kind === "mapping" ? mergeNames(value, parent) : value
		};
	});
	return {
		...groups,
		entries
	};
}
const idOf = (item) => {
	const id = item.kind === "mapping" ? entryOf(item, "id")?.value : void 0;
	return id?.kind === "scalar" ? id.text : null;
};
/** The same tree with every place moved by an offset. A value that aliases repeat stays one object. */
function shiftTree(root, by) {
	const moved = /* @__PURE__ */ new Map();
	const shift = (tree) => {
		const known = moved.get(tree);
		if (known !== void 0) return known;
		const result = shifted(tree);
		moved.set(tree, result);
		return result;
	};
	const place = (tree) => ({
		...tree,
		start: tree.start + by,
		end: tree.end + by
	});
	const shifted = (tree) => {
		if (tree.kind === "scalar") return place(tree);
		if (tree.kind === "sequence") return {
			...place(tree),
			items: tree.items.map(shift)
		};
		return {
			...place(tree),
			entries: tree.entries.map(({ key, value }) => ({
				key: place(key),
				value: shift(value)
			}))
		};
	};
	return shift(root);
}
// src/lang/declare/citation.ts
function createCite(context, raw) {
	const sources = new Set(Object.keys(raw.sources));
	return (path, { source = "", evidence = "unverified", quote, note }) => {
		if (!sources.has(source) && !context.refused.has("sources", source)) {
			const help = context.suggest(source, sources) ?? "declare it under `sources`";
			const at = context.places.value([...path, "source"]);
			context.fault("unknown-source", at, `${quoted$1(source)} is none of the pack's sources`, { help });
		}
		if (evidence === "unverified" && raw.allow_unverified !== true) {
			const at = context.places.value([...path, "evidence"]);
			context.fault("unverified", at, "this stands in no source at hand", {
				why: "a decision should rest on what somebody can look up",
				help: "find a source, or say `allow_unverified: true` at the top of the pack"
			});
		}
		return {
			source,
			evidence,
			quote: quote ?? null,
			note: note ?? null
		};
	};
}
// src/lang/declare/check-columns.ts
/** Reports labels and aliases under which a column could mean two facts. The reader of a file could only refuse such a column. */
function checkColumnNames(context, raw, declarations) {
	const { group, facts, memberFacts, derived } = declarations;
	const given = [...derived].filter(([name]) => raw.derived?.[name]?.sources.includes("given"));
	checkGroup(context, [...[...facts].map(([name, fact]) => [[
		"facts",
		group,
		name
	], fact]), ...given.map(([name, each]) => [["derived", name], each])]);
	checkGroup(context, [...memberFacts ?? []].map(([name, fact]) => [[
		"facts",
		"member",
		name
	], fact]));
}
function checkGroup(context, columns) {
	const meant = /* @__PURE__ */ new Map();
	for (const [, { name }] of columns) meant.set(fold(name), name);
	for (const [path, { name, labels, aliases }] of columns) {
		const spellings = [...Object.entries(labels).map(([language, label]) => [[
			...path,
			"labels",
			language
		], label]), ...aliases.map((alias, index) => [[
			...path,
			"aliases",
			index
		], alias])];
		for (const [at, spelling] of spellings) {
			const before = meant.get(fold(spelling));
			if (before === void 0) meant.set(fold(spelling), name);
			else if (before !== name) context.fault("duplicate-name", context.places.value(at), `${quoted$1(spelling)} is also a name of ${quoted$1(before)}`, {
				why: "a column with this header could be either",
				help: "give one of the two another label or alias"
			});
		}
	}
}
/** The form in which headers are compared: NFKC, lower-case, spaces as underscores. */
const fold = (name) => name.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, "_");
// src/lang/declare/check-names.ts
/** Reports names that are words of the language, and names declared twice. Facts, derived values and parameters share their names. */
function checkNames(context, declarations) {
	const { group, parameters, facts, memberFacts, derived } = declarations;
	const seen = /* @__PURE__ */ new Map();
	const spaces = [
		[["parameters"], parameters.keys()],
		[["facts", group], facts.keys()],
		[["facts", "member"], memberFacts?.keys() ?? []],
		[["derived"], derived.keys()]
	];
	for (const [under, names] of spaces) for (const name of names) {
		const path = [...under, name];
		if (RESERVED.has(name)) refuseReserved(context, path, name);
		const before = seen.get(name);
		if (before === void 0) seen.set(name, path);
		else refuseSecond(context, before, path, name);
	}
}
function refuseReserved(context, path, name) {
	const message = `${quoted$1(name)} is a word of the language`;
	context.fault("duplicate-name", context.places.key(path), message, { help: "give it another name" });
}
/** Reports the lower one of two declarations. */
function refuseSecond(context, a, b, name) {
	const { places } = context;
	const [first, second] = places.key(a).start < places.key(b).start ? [a, b] : [b, a];
	const message = `${quoted$1(name)} is declared twice${declaredAt(context, first)}`;
	context.fault("duplicate-name", places.key(second), message, { help: "give one of the two another name" });
}
// src/lang/declare/check-record.ts
/** Reports facts that `record` names and that do not exist or have the wrong type. */
function checkRecord(context, { record, facts, derived }) {
	const check = (path, name, what, fits) => {
		const fact = facts.get(name) ?? derived.get(name);
		if (fact === void 0 ? isRefused$1(context, name) : fits(fact)) return;
		const fitting = [...facts.values(), ...derived.values()].filter(fits).map((each) => each.name);
		const help = context.suggest(name, fitting) ?? (fitting.length > 0 ? `there is ${fitting.slice(0, 5).map(quoted$1).join(", ")}` : void 0);
		context.fault("unknown-name", context.places.value(["record", ...path]), `${quoted$1(name)} is no ${what}`, { help });
	};
	const isOf = (...types) => (fact) => types.includes(fact.type) && facts.has(fact.name);
	check(["id"], record.id, `text fact of the ${record.name}`, isOf("text"));
	if (record.date !== null) check(["date"], record.date, `date fact of the ${record.name}`, isOf("date"));
	if (record.size !== null) check(["size"], record.size, "count in person", ({ type, unit }) => type === "count" && unit !== null && (unit === REFUSED_UNIT || sameUnit(unit, PERSON)));
	for (const [index, place] of record.places.entries()) check(["places", index], place, `text or code fact of the ${record.name}`, isOf("text", "code"));
}
const isRefused$1 = ({ refused }, name) => refused.has("facts", name) || refused.has("derived", name);
/** Reports ages of the record, ages without a date of the member to count from, and ages that are not in years. */
function checkAges(context, { group, facts, memberFacts }) {
	const { places } = context;
	const pathOf = (under, fact) => [
		"facts",
		under,
		fact.name,
		"completed_years_since"
	];
	for (const fact of facts.values()) {
		if (fact.completedYearsSince === null || fact.unit === null) continue;
		const at = places.key(pathOf(group, fact));
		context.fault("shape", at, "only a fact of a member has `completed_years_since`");
	}
	for (const fact of memberFacts?.values() ?? []) {
		const since = fact.completedYearsSince;
		if (since === null || fact.unit === null) continue;
		const path = pathOf("member", fact);
		if (memberFacts?.get(since)?.type !== "date" && !context.refused.has("facts", since)) {
			const dates = [...memberFacts?.values() ?? []].filter(({ type }) => type === "date");
			const help = context.suggest(since, dates.map(({ name }) => name));
			context.fault("unknown-name", places.value(path), `${quoted$1(since)} is no date fact of a member`, { help });
		}
		if (memberFacts?.get(since)?.personal) context.fault("type", places.value(path), `${quoted$1(since)} is personal`, {
			why: "an age is an input of rules, and personal facts are never one",
			help: "take `personal` away from the date, or record ages instead"
		});
		if (fact.unit !== REFUSED_UNIT && unitText(fact.unit) !== "year") context.fault("unit", places.key(path), "completed years have the unit year");
	}
}
// src/base/range.ts
const ANYTHING = {
	lo: null,
	hi: null
};
const point = (value) => ({
	lo: value,
	hi: value
});
/** The number, if the range is one number; else `null`. */
function pointOf(range) {
	if (range.lo === range.hi) return range.lo;
	return range.lo !== null && range.hi !== null && range.lo.eq(range.hi) ? range.lo : null;
}
/** True if both ends are one object, as in known numbers. Then the result for one end is the result for both. */
const isPoint = (range) => range.lo === range.hi;
function addRanges(a, b) {
	const lo = a.lo === null || b.lo === null ? null : a.lo.plus(b.lo);
	if (isPoint(a) && isPoint(b)) return {
		lo,
		hi: lo
	};
	return {
		lo,
		hi: a.hi === null || b.hi === null ? null : a.hi.plus(b.hi)
	};
}
function negateRange(a) {
	const lo = a.hi === null ? null : ZERO.minus(a.hi);
	return {
		lo,
		hi: isPoint(a) ? lo : a.lo === null ? null : ZERO.minus(a.lo)
	};
}
const subtractRanges = (a, b) => addRanges(a, negateRange(b));
/** The product of two ranges, from the products of their ends. 0 times an unbounded end is 0. */
function multiplyRanges(a, b) {
	if (isPoint(a) && isPoint(b) && a.lo !== null && b.lo !== null) return point(a.lo.times(b.lo));
	let lo;
	let hi;
	for (const [x, xSign] of endsOf(a)) for (const [y, ySign] of endsOf(b)) {
		const sign = xSign * ySign;
		if ((x === null || y === null) && sign !== 0) {
			if (sign < 0) lo = null;
			else hi = null;
			continue;
		}
		const product = x === null || y === null ? ZERO : x.times(y);
		if (lo === void 0 || lo !== null && product.lt(lo)) lo = product;
		if (hi === void 0 || hi !== null && product.gt(hi)) hi = product;
	}
	return {
		lo: lo ?? null,
		hi: hi ?? null
	};
}
const endsOf = (range) => [[range.lo, range.lo === null ? -1 : range.lo.cmp(ZERO)], [range.hi, range.hi === null ? 1 : range.hi.cmp(ZERO)]];
/** The smallest range that holds both. */
const hull = (a, b) => ({
	lo: lower(a.lo, b.lo),
	hi: upper(a.hi, b.hi)
});
/** What both ranges hold, or `null` if they have nothing in common. */
function meet(a, b) {
	const lo = a.lo === null ? b.lo : b.lo === null ? a.lo : a.lo.gte(b.lo) ? a.lo : b.lo;
	const hi = a.hi === null ? b.hi : b.hi === null ? a.hi : a.hi.lte(b.hi) ? a.hi : b.hi;
	return lo !== hi && lo !== null && hi !== null && lo.gt(hi) ? null : {
		lo,
		hi
	};
}
const minOfRanges = (a, b) => ({
	lo: lower(a.lo, b.lo),
	hi: least(a.hi, b.hi)
});
const maxOfRanges = (a, b) => ({
	lo: most$1(a.lo, b.lo),
	hi: upper(a.hi, b.hi)
});
const lower = (a, b) => a === null || b === null ? null : a.lte(b) ? a : b;
const upper = (a, b) => a === null || b === null ? null : a.gte(b) ? a : b;
const least = (a, b) => a === null ? b : b === null ? a : a.lte(b) ? a : b;
const most$1 = (a, b) => a === null ? b : b === null ? a : a.gte(b) ? a : b;
const contains = (range, value) => (range.lo === null || range.lo.lte(value)) && (range.hi === null || range.hi.gte(value));
/** Both ends rounded to `step`, halves away from zero. Rounding keeps order, so the result holds every rounded value. */
function roundRange(range, step) {
	const lo = range.lo && roundToStep(range.lo, step);
	return {
		lo,
		hi: isPoint(range) ? lo : range.hi && roundToStep(range.hi, step)
	};
}
/** `range / divisor` rounded to `step`, for divisors above 0. An unbounded divisor brings the quotient to 0; one near 0 makes it unbounded. */
function divideRange(range, divisor, step) {
	const quotient = (end, side) => {
		if (end === null || end.eq(ZERO)) return end;
		if (end.gt(ZERO) === (side === "lo")) return divisor.hi === null ? ZERO : divideToStep(end, divisor.hi, step);
		return divisor.lo === null || divisor.lo.lte(ZERO) ? null : divideToStep(end, divisor.lo, step);
	};
	const lo = quotient(range.lo, "lo");
	return {
		lo,
		hi: isPoint(range) && isPoint(divisor) && divisor.lo?.gt(ZERO) ? lo : quotient(range.hi, "hi")
	};
}
/** `3`, `3 or more`, `at most 3`, `3 to 5`, `anything`. */
function describeRange(range) {
	const known = pointOf(range);
	if (known !== null) return digits(known);
	if (range.lo === null) return range.hi === null ? "anything" : `at most ${digits(range.hi)}`;
	return range.hi === null ? `${digits(range.lo)} or more` : `${digits(range.lo)} to ${digits(range.hi)}`;
}
// src/lang/declare/assumed.ts
/** The value that a fact takes if its column is absent; `null` for one that the fact cannot have, which is reported. */
function declareAssumed(context, path, fact) {
	const text = context.places.text([...path, "assume"]);
	const value = readAssumed(fact, text);
	if (value !== null || fact.type === "code" && fact.codes.length === 0) return value;
	const message = `${quoted$1(text)} is no value of ${quoted$1(fact.name)}`;
	context.fault("shape", context.places.value([...path, "assume"]), message, { help: helpFor(context, fact, text) });
	return null;
}
function readAssumed(fact, text) {
	switch (fact.type) {
		case "yes_no": return text === "yes" || text === "no" ? text === "yes" : null;
		case "code": return fact.codes.some((each) => each.code === text) ? text : null;
		case "date": return isDate(text) ? text : null;
		case "text": return null;
		default: {
			const reading = readDecimal(text);
			if ("fault" in reading || !contains(fact.range, reading.value)) return null;
			return fact.type === "count" && !reading.value.mod(ONE).eq(0) ? null : reading.value;
		}
	}
}
function helpFor(context, fact, text) {
	switch (fact.type) {
		case "yes_no": return "write yes or no";
		case "code": {
			const codes = fact.codes.map((each) => each.code);
			return context.suggest(text, codes) ?? `the codes are ${namesInMessage(codes)}`;
		}
		case "date": return "write YYYY-MM-DD";
		case "text": return "nothing can be assumed for a text";
		case "count": return `write a whole number: ${describeRange(fact.range)}`;
		default: return `write a number: ${describeRange(fact.range)}`;
	}
}
// src/lang/declare/codes.ts
/** The codes of a fact in the order of the file. Fewer than two are reported and give none; a spelling of two codes is reported. */
function declareCodes(context, path, name, raw) {
	const { places } = context;
	const under = [...path, "codes"];
	const codes = entriesOf(places, under, raw).map(([code, meaning]) => {
		if (/["\r\n]/.test(code)) context.fault("shape", places.key([...under, code]), "a code cannot contain `\"` or a line break");
		if (typeof meaning === "string") return {
			code,
			title: meaning,
			aliases: []
		};
		return {
			code,
			title: meaning.title,
			aliases: meaning.aliases ?? []
		};
	});
	refuseRepeats(context, under, codes);
	if (codes.length >= 2) return codes;
	const at = places.key(raw === void 0 ? path : under);
	const help = raw === void 0 ? "add `codes:` with each code and its meaning" : void 0;
	context.fault("shape", at, `${quoted$1(name)} needs two codes or more`, { help });
	return [];
}
function refuseRepeats(context, path, codes) {
	const { places } = context;
	const meant = /* @__PURE__ */ new Map();
	const note = (spelling, code, at) => {
		const before = meant.get(spelling);
		if (before === void 0) meant.set(spelling, code);
		else if (before === code) context.fault("duplicate-name", places.value(at), `${quoted$1(spelling)} stands twice`);
		else context.fault("duplicate-name", places.value(at), `${quoted$1(spelling)} names two codes`, { why: `a cell with it would be ${quoted$1(before)} or ${quoted$1(code)}` });
	};
	for (const { code } of codes) meant.set(code, code);
	for (const { code, aliases } of codes) for (const [index, alias] of aliases.entries()) note(alias, code, [
		...path,
		code,
		"aliases",
		index
	]);
}
// src/lang/declare/units.ts
/** The base units of a pack: the built-in ones and its own. A unit that exists already is reported. */
function knownUnits(context, raw) {
	const known = /* @__PURE__ */ new Set([...BASE_UNITS, "ratio"]);
	for (const [index, unit] of (raw.units ?? []).entries()) {
		if (known.has(unit)) context.fault("duplicate-name", context.places.value(["units", index]), `unit ${quoted$1(unit)} is there already`);
		known.add(unit);
	}
	known.delete("ratio");
	return known;
}
/** The unit at a path. One with an unknown base unit is reported and fits everywhere. */
function declareUnit(context, path, text, known) {
	const reading = readUnit(text, known);
	if ("unit" in reading) return reading.unit;
	const { unknown } = reading;
	if (context.refused.has("units", unknown)) return REFUSED_UNIT;
	const message = unknown === "" ? `a base unit is missing in ${quoted$1(text)}` : `unknown unit ${quoted$1(unknown)}`;
	const help = context.suggest(unknown, known) ?? `units are built with \`*\` and \`/\` from ${namesInMessage([...known])}; add others under \`units\``;
	context.fault("unit", context.places.value(path), message, { help });
	return REFUSED_UNIT;
}
// src/lang/declare/fact.ts
/** A fact by type, range and column names; every fault is reported. */
function declareFact(context, path, name, raw, units) {
	if (!isNumeric(raw.type)) refuseKeys(context, path, raw, [...raw.type === "date" ? NUMBER_KEYS.filter((key) => key !== "min" && key !== "max") : NUMBER_KEYS, "completed_years_since"], raw.type);
	if (raw.type !== "code") refuseKeys(context, path, raw, ["codes"], raw.type);
	const codes = raw.type === "code" ? declareCodes(context, path, name, raw.codes) : [];
	const days = declareDays(context, path, name, raw);
	const fact = {
		...declareColumn(context, path, name, raw.type, withNumbers(context, path, name, raw), units),
		codes,
		days,
		near: raw.near ?? []
	};
	return {
		...fact,
		assume: raw.assume === void 0 ? null : declareAssumed(context, path, fact),
		personal: raw.personal ?? false,
		completedYearsSince: raw.completed_years_since ?? null
	};
}
const NO_END = {
	from: null,
	to: null
};
/** The days that a date can be. */
function declareDays(context, path, name, { type, min, max }) {
	if (type !== "date") return NO_END;
	const from = dayAt(context, [...path, "min"], min);
	const to = dayAt(context, [...path, "max"], max);
	if (from === null || to === null || from <= to) return {
		from,
		to
	};
	context.fault("shape", context.places.value([...path, "max"]), `${quoted$1(name)} ends before it begins`, { help: "write the earlier day as `min`" });
	return NO_END;
}
function dayAt(context, path, day) {
	if (day === void 0) return null;
	if (typeof day === "string" && isDate(day)) return day;
	context.fault("shape", context.places.value(path), `\`${day}\` is no day`, { help: "write a day that exists as YYYY-MM-DD" });
	return null;
}
/** The same fact with numbers alone as ends; texts as ends of a number are reported. */
function withNumbers(context, path, name, raw) {
	const { min, max, ...rest } = raw;
	const number = (key, end) => {
		if (typeof end === "number") return { [key]: end };
		if (end !== void 0 && raw.type !== "date") context.fault("shape", context.places.value([...path, key]), `\`${key}\` of fact ${quoted$1(name)} is the text \`${short(end)}\`, where a number is expected`, { help: "write plain digits, such as 4000 or 0.02" });
		return {};
	};
	return raw.type === "date" ? rest : {
		...rest,
		...number("min", min),
		...number("max", max)
	};
}
/** Type, unit and range of a derived value: a number if it has a unit, else a yes/no. */
function declareDerived(context, path, name, raw, units) {
	const type = raw.type ?? (raw.unit === void 0 ? "yes_no" : "number");
	if (type === "yes_no") refuseKeys(context, path, raw, NUMBER_KEYS, type);
	return declareColumn(context, path, name, type, raw, units);
}
const NUMBER_KEYS = [
	"unit",
	"min",
	"max",
	"step"
];
const isNumeric = (type) => type === "money" || type === "number" || type === "count";
/** Reports keys that mean nothing for a value of this type. */
function refuseKeys(context, path, raw, keys, type) {
	for (const key of keys) {
		if (!Object.hasOwn(raw, key)) continue;
		const why = key === "codes" ? "only codes have it" : "only money, numbers and counts have it";
		context.fault("shape", context.places.key([...path, key]), `\`${key}\` does not fit the type ${type}`, { why });
	}
}
function declareColumn(context, path, name, type, raw, units) {
	return {
		name,
		type,
		unit: isNumeric(type) ? unitOf(context, path, name, raw, units) : null,
		range: declareRange(context, path, name, raw),
		step: raw.step === void 0 ? defaultStep(type) : readDecimalAt(context.places, context, [...path, "step"]),
		days: NO_END,
		codes: [],
		labels: raw.labels ?? {},
		aliases: raw.aliases ?? [],
		near: [],
		assume: null,
		personal: false,
		completedYearsSince: null
	};
}
const CENT$1 = decimal("0.01");
const defaultStep = (type) => type === "money" ? CENT$1 : ONE;
function unitOf(context, path, name, raw, units) {
	if (raw.unit !== void 0) return declareUnit(context, [...path, "unit"], raw.unit, units);
	context.fault("unit", context.places.key(path), `${quoted$1(name)} has no unit`, { help: "add `unit:`, such as CNY/year or person; a plain share has `ratio`" });
	return REFUSED_UNIT;
}
/** `min` and `max` at a path. Ends in the wrong order are reported and count as none. */
function declareRange(context, path, name, raw) {
	const lo = raw.min === void 0 ? null : readDecimalAt(context.places, context, [...path, "min"]);
	const hi = raw.max === void 0 ? null : readDecimalAt(context.places, context, [...path, "max"]);
	if (lo === null || hi === null || lo.lte(hi)) return {
		lo,
		hi
	};
	context.fault("bad-number", context.places.value([...path, "min"]), `\`min\` of ${quoted$1(name)} is above its \`max\``);
	return {
		lo: null,
		hi: null
	};
}
// src/lang/declare/parameter.ts
/** A parameter with its dated values. Faulty dates, values outside its range, and values out of order are reported. */
function declareParameter(context, name, raw, cite, units) {
	const path = ["parameters", name];
	const range = declareRange(context, path, name, raw);
	const values = raw.values.map((each, index) => {
		const at = [
			...path,
			"values",
			index
		];
		const value = readDecimalAt(context.places, context, [...at, "value"]);
		checkRange(context, [...at, "value"], name, value, range);
		return {
			from: each.from,
			to: each.to ?? null,
			value,
			citation: cite(at, each)
		};
	});
	checkDates(context, [...path, "values"], raw.values);
	return {
		name,
		title: raw.title,
		unit: declareUnit(context, [...path, "unit"], raw.unit, units),
		range,
		values: values.sort((a, b) => byCodeUnit(a.from, b.from))
	};
}
const byCodeUnit = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function checkRange(context, path, name, value, range) {
	if (contains(range, value)) return;
	const message = `\`${digits(value)}\` is outside the range of ${quoted$1(name)}: ${describeRange(range)}`;
	context.fault("bad-number", context.places.value(path), message);
}
/** Reports days that do not exist, and days on which two values are in force. */
function checkDates(context, path, raw) {
	const { places } = context;
	const existing = raw.flatMap(({ from, to }, index) => {
		const starts = checkDate(context, [
			...path,
			index,
			"from"
		]);
		const ends = to === void 0 || checkDate(context, [
			...path,
			index,
			"to"
		]);
		if (starts && ends && to !== void 0 && to < from) context.fault("bad-date", places.value([
			...path,
			index,
			"to"
		]), "`to` is before `from`");
		return starts ? [{
			from,
			to: ends ? to : void 0,
			index
		}] : [];
	});
	existing.sort((a, b) => byCodeUnit(a.from, b.from));
	for (const [place, { from, index }] of existing.entries()) {
		const before = existing[place - 1];
		if (before === void 0) continue;
		const at = places.value([
			...path,
			Math.max(index, before.index),
			"from"
		]);
		if (from === before.from) context.fault("bad-date", at, `two values start on ${from}`);
		else if (before.to !== void 0 && from <= before.to && before.from <= before.to) context.fault("bad-date", places.value([
			...path,
			index,
			"from"
		]), `on ${from} the value from ${before.from} is in force too, until ${before.to}`, { help: "let the earlier one end the day before, or leave its `to` out: a later `from` ends it" });
	}
}
// src/lang/declare/declare-all.ts
const MEMBER = "member";
/** Declares parameters, facts and derived values; every fault in them is reported. */
function declareAll(context, raw, cite) {
	const units = knownUnits(context, raw);
	const group = recordGroup(context, raw);
	const declarations = {
		record: recordOf(raw),
		group,
		facts: declareGroup(context, raw, group, units),
		memberFacts: Object.hasOwn(raw.facts, MEMBER) && group !== MEMBER ? declareGroup(context, raw, MEMBER, units) : null,
		derived: new Map(entriesOf(context.places, ["derived"], raw.derived).map(([name, each]) => [name, declareDerived(context, ["derived", name], name, each, units)])),
		parameters: new Map(entriesOf(context.places, ["parameters"], raw.parameters).map(([name, each]) => [name, declareParameter(context, name, each, cite, units)]))
	};
	checkNames(context, declarations);
	checkColumnNames(context, raw, declarations);
	checkRecord(context, declarations);
	checkAges(context, declarations);
	return declarations;
}
function declareGroup(context, raw, group, units) {
	const facts = Object.hasOwn(raw.facts, group) ? raw.facts[group] : void 0;
	const path = ["facts", group];
	return new Map(entriesOf(context.places, path, facts).map(([name, each]) => [name, declareFact(context, [...path, name], name, each, units)]));
}
/** The group of the record's facts. Other groups than it and the members' are reported; a single one under a wrong name is used all the same. */
function recordGroup(context, raw) {
	const { name } = raw.record;
	if (name === MEMBER) context.fault("shape", context.places.value(["record", "name"]), `\`${MEMBER}\` names the rows of a roster`, { help: "give what is judged another name" });
	const groups = context.places.names(["facts"]);
	const others = groups.filter((group) => group !== name && group !== MEMBER);
	const [stray] = others;
	const help = `the groups are \`${name}\` (the record) and \`${MEMBER}\` (a row of its roster)`;
	for (const group of name === MEMBER ? [] : others) context.fault("shape", context.places.key(["facts", group]), `${quoted$1(group)} is no group of facts`, { help });
	if (name !== MEMBER && groups.includes(name)) return name;
	if (stray === void 0) context.fault("shape", context.places.key(["facts"]), `\`facts\` has no group \`${name}\``, { help });
	return stray ?? name;
}
const recordOf = ({ record }) => ({
	name: record.name,
	plural: record.plural ?? `${record.name}s`,
	id: record.id,
	date: record.date ?? null,
	size: record.size ?? null,
	places: record.places ?? []
});
// src/lang/declare/source.ts
/** A source that the pack cites. A date that is not a year, month or day is reported. */
function citedSource(context, id, raw) {
	const path = [
		"sources",
		id,
		"date"
	];
	const date = raw.date === void 0 ? null : context.places.text(path);
	if (date !== null && !isYearMonthOrDay(date)) context.fault("bad-date", context.places.value(path), `${quoted$1(date)} is no year, month or day`, { help: "write YYYY, YYYY-MM or YYYY-MM-DD" });
	if (raw.checked !== void 0) checkDate(context, [
		"sources",
		id,
		"checked"
	]);
	const { publisher = null, url = null, checked = null } = raw;
	return {
		id,
		title: raw.title,
		publisher,
		date,
		url,
		checked
	};
}
/** `2020`, `2020-07` or `2020-07-31`. */
const isYearMonthOrDay = (text) => text.length <= 10 && isDate(`${text}${"-01-01".slice(Math.max(0, text.length - 4))}`);
// src/lang/resolve/type.ts
const TRUTH = { kind: "truth" };
const BROKEN = { kind: "broken" };
/** The type of a fact in expressions; `null` if expressions may not read it. */
function typeOfFact(fact) {
	if (fact.personal || fact.type === "date" || fact.type === "text") return null;
	if (fact.type === "yes_no") return TRUTH;
	if (fact.type === "code") return {
		kind: "code",
		codes: fact.codes.map((each) => each.code)
	};
	return typeOfUnit(fact.unit);
}
/** The type of a number in a unit. A refused unit fits everywhere. */
const typeOfUnit = (unit) => unit === REFUSED_UNIT ? BROKEN : {
	kind: "number",
	unit
};
function typeName(type) {
	switch (type.kind) {
		case "number": return type.unit === null ? "a number" : `a number in ${unitText(type.unit)}`;
		case "truth": return "a yes/no";
		case "code": return type.codes.length === 0 ? "a text" : "a code";
		case "text": return "a text";
		case "broken": return "a value";
	}
}
// src/lang/resolve/names.ts
/** Every declared name with what it stands for. */
function declaredNames(declarations) {
	const { group, facts, memberFacts, derived, parameters } = declarations;
	const names = /* @__PURE__ */ new Map();
	for (const [name, fact] of facts) {
		const path = [
			"facts",
			group,
			name
		];
		names.set(name, {
			reference: {
				kind: "fact",
				name
			},
			type: typeOfFact(fact),
			path
		});
	}
	for (const [name, each] of derived) names.set(name, {
		reference: {
			kind: "derived",
			name
		},
		type: typeOfFact(each),
		path: ["derived", name]
	});
	for (const [name, { unit }] of parameters) {
		const path = ["parameters", name];
		names.set(name, {
			reference: {
				kind: "parameter",
				name
			},
			type: typeOfUnit(unit),
			path
		});
	}
	if (memberFacts === null) return {
		record: names,
		members: null
	};
	const members = /* @__PURE__ */ new Map();
	for (const [name, fact] of memberFacts) members.set(name, {
		type: typeOfFact(fact),
		path: [
			"facts",
			"member",
			name
		]
	});
	return {
		record: names,
		members
	};
}
// src/lang/reads.ts
/** The expressions of one source of a derived value. */
function expressionsOf(source) {
	switch (source.kind) {
		case "given": return [];
		case "expression": return [source.expression];
		case "rounded": return [source.of, source.within];
	}
}
const expressionsOfCriterion = ({ met, appliesIf }) => appliesIf === null ? [met] : [met, appliesIf];
/** The names that an expression reads directly, in order of writing; `members` if it goes over the roster. */
function readsOf(pack, e) {
	const reads = [];
	const visit = (each) => {
		const reference = pack.tables.references[each.id];
		if (reference !== void 0) reads.push(reference);
		if (isRosterForm(each)) reads.push("members");
		for (const child of childrenOf(each)) visit(child);
	};
	visit(e);
	return reads;
}
/** The derived values that the sources of another one read directly. */
function derivedReadBy(pack, sources) {
	const names = /* @__PURE__ */ new Set();
	for (const e of sources.flatMap(expressionsOf)) for (const read of readsOf(pack, e)) if (read !== "members" && read.kind === "derived") names.add(read.name);
	return names;
}
/** The facts and columns that an expression can depend on, also through derived values; `members` and `members.age` for the roster. */
function factsReadBy(pack, expressions) {
	const facts = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const note = (read) => {
		if (read === "members") facts.add("members");
		else if (read.kind === "fact") facts.add(read.name);
		else if (read.kind === "member") facts.add(`members.${read.name}`);
		else if (read.kind === "derived") follow(read.name);
	};
	const follow = (name) => {
		if (seen.has(name)) return;
		seen.add(name);
		const sources = pack.derived.get(name)?.sources ?? [];
		if (sources.some((source) => source.kind === "given")) facts.add(name);
		for (const each of sources.flatMap(expressionsOf)) for (const read of readsOf(pack, each)) note(read);
	};
	for (const each of expressions) for (const read of readsOf(pack, each)) note(read);
	return facts;
}
// src/lang/resolve/resolving.ts
/** Reports a fault of an expression. A broken expression fits everywhere, so that one fault is told once. */
function refuseExpression(resolving, code, e, message, remarks = {}) {
	const { context } = resolving;
	context.fault(code, context.spans.get(e.id) ?? {
		start: 0,
		end: 1
	}, message, remarks);
	resolving.broken = true;
	return BROKEN;
}
// src/lang/resolve/unify.ts
/** The type of numbers that must be of one unit; `by` is the operator that joins them, in backticks. */
function unify(resolving, e, types, by) {
	let unit = null;
	let broken = false;
	for (const type of types) if (type.kind !== "number") broken = true;
	else if (unit === null) unit = type.unit;
	else if (type.unit !== null && !sameUnit(unit, type.unit)) return refuseExpression(resolving, "unit", e, `${by} is given ${unitText(unit)} and ${unitText(type.unit)}`, {
		why: "only quantities of one unit can be added or compared",
		help: unitHelp(unit, type.unit)
	});
	return broken ? BROKEN : {
		kind: "number",
		unit
	};
}
/** Advice on how to make two units equal, if only factors are missing on one side. */
function unitHelp(a, b) {
	const factor = multiplyUnits(a, invertUnit(b));
	const powers = [...factor.values()];
	if (powers.every((power) => power > 0)) return `multiply the second by a number in ${unitText(factor)}`;
	if (powers.every((power) => power < 0)) return `multiply the first by a number in ${unitText(invertUnit(factor))}`;
}
function product(a, b) {
	if (a.kind !== "number" || b.kind !== "number") return BROKEN;
	return {
		kind: "number",
		unit: a.unit === null || b.unit === null ? null : multiplyUnits(a.unit, b.unit)
	};
}
/** The type of the two branches of an `if`. */
function branches(resolving, e, yes, no) {
	if (yes.kind === "broken" || no.kind === "broken") return BROKEN;
	if (yes.kind === "number" && no.kind === "number") return unify(resolving, e, [yes, no], "`if`");
	if (yes.kind === "truth" && no.kind === "truth") return TRUTH;
	const codes = [codesOf$1(yes), codesOf$1(no)];
	if (codes[0] && codes[1]) return {
		kind: "code",
		codes: codes.some((each) => each?.length === 0) ? [] : [.../* @__PURE__ */ new Set([...codes[0], ...codes[1]])]
	};
	return refuseExpression(resolving, "type", e, `the branches are ${typeName(yes)} and ${typeName(no)}`, { why: "both branches must be of one type" });
}
function codesOf$1(type) {
	if (type.kind === "code") return type.codes;
	return type.kind === "text" ? [type.text] : null;
}
// src/lang/resolve/compare.ts
/** Checks `a = b`, `a < b` and so on: two numbers of one unit, or, for `=` and `!=`, a code with a code or a text. */
function comparisonType(resolving, e, left, right) {
	if (left.type.kind === "broken" || right.type.kind === "broken") return TRUTH;
	if (left.type.kind === "number" && right.type.kind === "number") {
		unify(resolving, e, [left.type, right.type], `\`${e.operator}\``);
		return TRUTH;
	}
	if (!areCodes(left.type, right.type)) {
		const names = [typeName(left.type), typeName(right.type)];
		refuseExpression(resolving, "type", e, `\`${e.operator}\` cannot compare ${names.join(" with ")}`, { help: names.includes("a yes/no") ? "a yes/no stands for itself: write it alone, or `not(...)` around it" : void 0 });
	} else if (e.operator !== "=" && e.operator !== "!=") refuseExpression(resolving, "type", e, `codes have no order for \`${e.operator}\``, { help: "use `=`, `!=` or `in (...)`" });
	else if (left.type.kind === "code") checkCodes(resolving, left.type, [right]);
	else checkCodes(resolving, right.type, [left]);
	return TRUTH;
}
const areCodes = (left, right) => left.kind === "code" && (right.kind === "code" || right.kind === "text") || left.kind === "text" && right.kind === "code";
/** Checks `x in (a, b)`. */
function oneOfType(resolving, e, operand, items) {
	const { type } = operand;
	if (type.kind === "code") checkCodes(resolving, type, items);
	else if (type.kind === "number") numbers$1(resolving, e, type, items);
	else if (type.kind !== "broken") refuseExpression(resolving, "type", operand.e, `\`in\` takes a code or a number, and this is ${typeName(type)}`);
	return TRUTH;
}
function numbers$1(resolving, e, operand, items) {
	const odd = items.filter(({ type }) => type.kind !== "number" && type.kind !== "broken");
	for (const item of odd) refuseExpression(resolving, "type", item.e, `\`in\` takes numbers here, and this is ${typeName(item.type)}`);
	if (odd.length === 0) unify(resolving, e, [operand, ...items.map(({ type }) => type)], "`in`");
}
/** Checks that texts beside a code are among its codes, and that codes beside it share one with it. */
function checkCodes(resolving, of, others) {
	if (of.kind !== "code" || of.codes.length === 0) return;
	const codes = new Set(of.codes);
	for (const { e, type } of others) {
		if (type.kind === "broken") continue;
		if (type.kind === "text" && !codes.has(type.text)) {
			const help = resolving.context.suggest(type.text, codes) ?? `the codes are ${namesInMessage(of.codes)}`;
			refuseExpression(resolving, "unknown-name", e, `${quoted$1(type.text)} is none of the codes`, { help });
		} else if (type.kind === "code" && type.codes.length > 0 && !type.codes.some((code) => codes.has(code))) refuseExpression(resolving, "type", e, "the two facts have no code in common");
		else if (type.kind !== "text" && type.kind !== "code") refuseExpression(resolving, "type", e, `a code is expected, and this is ${typeName(type)}`);
	}
}
// src/lang/resolve/resolve-name.ts
/** The type of a bare name: in a filter a fact of the member, else what the pack declares under this name. */
function nameType(resolving, e, scope) {
	const { record, members } = resolving.names;
	const member = scope.bare === null ? void 0 : members?.get(e.name);
	if (member !== void 0 && scope.bare !== null) return memberFact(resolving, e, scope.bare, member);
	const found = record.get(e.name);
	if (found !== void 0) return read(resolving, e, found.type, found.reference);
	return isRefused(resolving, e.name) ? broken(resolving) : unknownName(resolving, e, scope);
}
/** The type of `m.age`. */
function memberType(resolving, e, scope) {
	const { context, names } = resolving;
	const depth = scope.variables.lastIndexOf(e.variable);
	if (depth < 0) {
		const bound = scope.variables.filter((each) => each !== null);
		const help = context.suggest(e.variable, bound) ?? "bind it with `every m in members satisfies …` or `some m in members satisfies …`";
		return refuseExpression(resolving, "unknown-name", e, `\`${e.variable}\` is no member here`, { help });
	}
	const member = names.members?.get(e.name);
	if (member !== void 0) return memberFact(resolving, e, depth, member);
	if (context.refused.has("facts", e.name)) return broken(resolving);
	const help = context.suggest(e.name, names.members?.keys() ?? []);
	return refuseExpression(resolving, "unknown-name", e, `a member has no fact \`${e.name}\``, { help });
}
const memberFact = (resolving, e, depth, { type }) => read(resolving, e, type, {
	kind: "member",
	depth,
	name: e.name
});
/** The type of a declared name. A name that no expression may read is reported. */
function read(resolving, e, type, reference) {
	resolving.references[e.id] = reference;
	if (type?.kind === "broken") resolving.broken = true;
	if (type !== null) return type;
	return refuseExpression(resolving, "type", e, `\`${e.name}\` cannot be an input of a rule`, { why: "dates, texts and personal facts are recorded, not judged" });
}
/** True if a name was declared and its declaration was refused. */
const isRefused = ({ context: { refused } }, name) => refused.has("facts", name) || refused.has("derived", name) || refused.has("parameters", name);
function broken(resolving) {
	resolving.broken = true;
	return BROKEN;
}
function unknownName(resolving, e, scope) {
	const { context, names } = resolving;
	if (names.members?.has(e.name)) return refuseExpression(resolving, "unknown-name", e, `\`${e.name}\` is a fact of a member, not of the record`, { help: `reach it through the roster: \`every m in members satisfies m.${e.name}\`` });
	const [nearest, ...others] = context.near(e.name, knownNames(names, scope));
	const path = nearest === void 0 ? void 0 : (names.record.get(nearest) ?? names.members?.get(nearest))?.path;
	const question = [nearest, ...others].map((each) => `\`${each}\``).join(" or ");
	const help = path && `did you mean ${question}?${others.length > 0 ? "" : declaredAt(context, path)}`;
	return refuseExpression(resolving, "unknown-name", e, `unknown name \`${e.name}\``, {
		why: "an expression may use only what `facts`, `derived` and `parameters` declare",
		help
	});
}
function* knownNames({ record, members }, scope) {
	yield* record.keys();
	if (scope.bare !== null && members !== null) yield* members.keys();
}
// src/lang/resolve/resolve.ts
const OUTSIDE = {
	variables: [],
	bare: null
};
/** Rosters inside each other: every level multiplies the work by the number of members. */
const MAX_ROSTERS = 3;
/** The type of an expression of the record. Unknown names, wrong types and wrong units are reported, each once. */
const resolve = (resolving, e) => typed(resolving, e, OUTSIDE);
function typed(resolving, e, scope) {
	const type = typeOf(resolving, e, scope);
	if (type.kind === "number" && type.unit !== null) resolving.units.set(e.id, type.unit);
	return type;
}
function typeOf(resolving, e, scope) {
	switch (e.kind) {
		case "number": return numeralType(resolving, e);
		case "text": return {
			kind: "text",
			text: e.text
		};
		case "name": return nameType(resolving, e, scope);
		case "member": return memberType(resolving, e, scope);
		case "count":
		case "sum":
		case "every":
		case "some": return rosterForm(resolving, e, scope);
		case "negate":
		case "arithmetic":
		case "min":
		case "max": return calculation(resolving, e, scope);
		case "not":
		case "and":
		case "or": return connective(resolving, e, scope);
		case "comparison": return comparisonType(resolving, e, pair(resolving, e.left, scope), pair(resolving, e.right, scope));
		case "between":
			numbers(resolving, e, [
				e.operand,
				e.low,
				e.high
			], scope, "`in`");
			return TRUTH;
		case "one-of": return membershipType(resolving, e, scope);
		case "if":
			truth(resolving, e.condition, scope, "`if`");
			return branches(resolving, e, typed(resolving, e.yes, scope), typed(resolving, e.no, scope));
	}
}
const pair = (resolving, e, scope) => ({
	e,
	type: typed(resolving, e, scope)
});
/** The type of a number that is written out; one other than 0 is reported, unless bare numbers may stand here. */
function numeralType(resolving, e) {
	if (e.value.eq(0) || resolving.bareNumbers) return {
		kind: "number",
		unit: null
	};
	return refuseExpression(resolving, "bare-number", e, `\`${e.value.toFixed()}\` stands in an expression`, {
		why: "only 0 may: every number of a policy has a unit, a date and a source",
		help: "declare it under `parameters` and use its name"
	});
}
function membershipType(resolving, e, scope) {
	return oneOfType(resolving, e, pair(resolving, e.operand, scope), e.items.map((item) => pair(resolving, item, scope)));
}
function calculation(resolving, e, scope) {
	switch (e.kind) {
		case "negate": return number(resolving, e.operand, scope, "`-`");
		case "min":
		case "max": return numbers(resolving, e, e.items, scope, `\`${e.kind}\``);
		case "arithmetic": return e.operator === "*" ? product(number(resolving, e.left, scope, "`*`"), number(resolving, e.right, scope, "`*`")) : numbers(resolving, e, [e.left, e.right], scope, `\`${e.operator}\``);
	}
}
function connective(resolving, e, scope) {
	for (const operand of e.kind === "not" ? [e.operand] : [e.left, e.right]) truth(resolving, operand, scope, `\`${e.kind}\``);
	return TRUTH;
}
function rosterForm(resolving, e, scope) {
	const variable = e.kind === "count" ? null : e.variable;
	const inner = insideRoster(resolving, e, e.of, variable, scope);
	if (inner === null) return BROKEN;
	switch (e.kind) {
		case "count": return {
			kind: "number",
			unit: PERSON
		};
		case "sum": return number(resolving, e.each, variable === null ? inner : {
			...inner,
			bare: scope.bare
		}, "`sum`");
		case "every":
		case "some":
			truth(resolving, e.satisfies, {
				...inner,
				bare: scope.bare
			}, `\`${e.kind}\``);
			return TRUTH;
	}
}
/**
* Checks the filters of a roster and gives the scope inside it; bare names there are facts of the member. `null` if the pack has no
* members, or rosters are nested too deeply.
*/
function insideRoster(resolving, e, of, variable, scope) {
	if (resolving.names.members === null) {
		refuseExpression(resolving, "unknown-name", e, "the pack declares no members", { help: "declare their facts under `facts.member`" });
		return null;
	}
	if (scope.variables.length >= MAX_ROSTERS) {
		refuseExpression(resolving, "too-deep", e, `more than ${MAX_ROSTERS} rosters stand inside each other`, { why: "every level multiplies the work by the number of members" });
		return null;
	}
	if (variable !== null && (scope.variables.includes(variable) || resolving.names.record.has(variable))) refuseExpression(resolving, "duplicate-name", e, `\`${variable}\` already means something here`, { help: "give the member another name" });
	const inner = {
		variables: [...scope.variables, variable],
		bare: scope.variables.length
	};
	for (const condition of of.where) truth(resolving, condition, inner, "a filter");
	return inner;
}
const numbers = (resolving, e, operands, scope, by) => unify(resolving, e, operands.map((operand) => number(resolving, operand, scope, by)), by);
function number(resolving, e, scope, by) {
	const type = typed(resolving, e, scope);
	if (type.kind === "number" || type.kind === "broken") return type;
	return refuseExpression(resolving, "type", e, `${by} takes numbers, and this is ${typeName(type)}`);
}
function truth(resolving, e, scope, by) {
	const type = typed(resolving, e, scope);
	if (type.kind === "truth" || type.kind === "broken") return;
	refuseExpression(resolving, "type", e, `${by} takes yes/no, and this is ${typeName(type)}`, { help: type.kind === "number" ? `compare it with a ${resolving.bareNumbers ? "number" : "parameter"}` : void 0 });
}
// src/lang/assemble/expected-type.ts
/** Stands for a refused expression. The pack is refused with it. */
const REFUSED = {
	kind: "number",
	value: ZERO,
	id: -1
};
const NOTHING = {
	expression: REFUSED,
	unit: RATIO
};
/** Reads a yes/no at a path; a fault in it is reported and gives `REFUSED`. */
function expectTruth(resolving, path, help) {
	const found = resolved(resolving, path);
	if (found === null) return REFUSED;
	if (found.type.kind === "truth") return found.expression;
	const message = `a yes/no is expected here, and this is ${typeName(found.type)}`;
	const at = spanOf(resolving.context, found.expression);
	resolving.context.fault("type", at, message, { help: help?.(found.type) });
	return REFUSED;
}
/** Reads a number at a path, in a given unit if one is wanted. A fault in it is reported and gives `REFUSED`. */
function expectNumber(resolving, path, wanted = null) {
	const found = resolved(resolving, path);
	if (found === null) return NOTHING;
	const { expression, type } = found;
	const at = spanOf(resolving.context, expression);
	if (type.kind !== "number") {
		resolving.context.fault("type", at, `a number is expected here, and this is ${typeName(type)}`);
		return NOTHING;
	}
	if (wanted !== null && wanted !== REFUSED_UNIT && type.unit !== null && !sameUnit(wanted, type.unit)) {
		const message = `this is in ${unitText(type.unit)}, where ${unitText(wanted)} is expected`;
		resolving.context.fault("unit", at, message, { why: "nothing is converted from one unit to another" });
		return NOTHING;
	}
	return {
		expression,
		unit: type.unit ?? wanted ?? RATIO
	};
}
const spanOf = (context, e) => context.spans.get(e.id) ?? {
	start: 0,
	end: 1
};
/** The expression at a path with its type; `null` if anything in it was refused. */
function resolved(resolving, path) {
	const expression = parseAt(resolving.context, path);
	if (expression === null) return null;
	resolving.broken = false;
	const type = resolve(resolving, expression);
	return resolving.broken || type.kind === "broken" ? null : {
		expression,
		type
	};
}
// src/lang/assemble/ids.ts
/** Reports ids that a list has twice; `noun` names the kind of the items. */
function checkIds(context, section, noun, list) {
	const seen = /* @__PURE__ */ new Set();
	for (const [index, { id }] of list.entries()) {
		if (seen.has(id)) {
			const at = context.places.value([
				section,
				index,
				"id"
			]);
			context.fault("duplicate-name", at, `${noun} ${quoted$1(id)} is declared twice`, { help: "give one of the two another id" });
		}
		seen.add(id);
	}
}
// src/lang/assemble/checks.ts
/** The checks in the order of the file; every fault in them is reported. */
function buildChecks(resolving, raw) {
	const checks = raw.checks ?? [];
	checkIds(resolving.context, "checks", "check", checks);
	return checks.map((each, index) => {
		const path = ["checks", index];
		const when = expectTruth(resolving, [...path, "when"]);
		return {
			id: each.id,
			when,
			unless: each.unless === void 0 ? null : expectTruth(resolving, [...path, "unless"]),
			severity: each.severity,
			message: each.message,
			gap: gapOf(resolving, path, each, when)
		};
	});
}
/** The names under `gap:` with their places. */
const gapPlaces = (path, { gap }) => typeof gap === "string" ? [[gap, [...path, "gap"]]] : (gap ?? []).map((name, index) => [name, [
	...path,
	"gap",
	index
]]);
function gapOf(resolving, path, raw, when) {
	const { context } = resolving;
	if (raw.gap !== void 0 && raw.unless !== void 0) context.fault("bad-gap", context.places.key([...path, "unless"]), "a check with `gap` has no `unless`", {
		why: "what is not known must never take away what is",
		help: "say all of it in `when`"
	});
	const names = [];
	for (const [name, place] of gapPlaces(path, raw)) {
		const at = context.places.value(place);
		if (names.includes(name)) context.fault("duplicate-name", at, `${quoted$1(name)} stands twice`);
		else if (isColumn(resolving, name, place) && isOfOneMember(resolving, name, place, when)) names.push(name);
	}
	return names;
}
/** True if a name is a column that can be taken away; otherwise that is reported. */
function isColumn({ context, names }, name, place) {
	const at = context.places.value(place);
	const member = /^members\.(.+)$/.exec(name)?.[1];
	if (names.members !== null && (name === "members" || member !== void 0 && names.members.has(member))) return true;
	const reference = names.record.get(name)?.reference;
	if (reference?.kind === "fact" || reference?.kind === "derived") return true;
	if (context.refused.has("facts", member ?? name) || context.refused.has("derived", name)) return false;
	if (reference?.kind === "parameter") {
		context.fault("bad-gap", at, `${quoted$1(name)} is a parameter`, { why: "a check takes away what a record says, never what the policy says" });
		return false;
	}
	const columns = [...names.record].flatMap(([each, named]) => named.reference.kind === "parameter" ? [] : [each]);
	const ofMembers = [...names.members?.keys() ?? []].map((each) => `members.${each}`);
	const help = names.members?.has(name) ?? false ? `a fact of a member is named ${quoted$1(`members.${name}`)}` : context.suggest(name, [
		...columns,
		...names.members === null ? [] : ["members"],
		...ofMembers
	]);
	context.fault("unknown-name", at, `unknown fact ${quoted$1(name)}`, {
		why: "`gap` names a fact, a derived value with `given`, `members`, or `members.` and a fact of a member",
		help
	});
	return false;
}
/** True if it is clear in which members a member's fact is taken away; otherwise that is reported. */
function isOfOneMember(resolving, name, place, when) {
	if (!name.startsWith("members.") || when === REFUSED || when.kind === "some") return true;
	const { context } = resolving;
	context.fault("bad-gap", context.places.value(place), `\`when\` does not tell in which members ${quoted$1(name)} is suspect`, {
		why: "it is taken away in the members that satisfy `some m in members satisfies …`, and `when` has not that form",
		help: "give `when` that form, or take away the roster: `gap: members`"
	});
	return false;
}
/** Reports names that a check would take away in vain, because no other answer to them could stop the check from firing. */
function refuseUnreadGaps(context, pack, raw) {
	for (const [index, each] of (raw.checks ?? []).entries()) {
		const check = pack.checks[index];
		if (check === void 0 || check.when === REFUSED) continue;
		const read = readBy(pack, check.when);
		for (const [name, place] of gapPlaces(["checks", index], each)) {
			if (!check.gap.includes(name)) continue;
			const at = context.places.value(place);
			if (pack.derived.get(name)?.sources.every(({ kind }) => kind !== "given")) context.fault("bad-gap", at, `${quoted$1(name)} has no column of its own`, {
				why: "a derived value without `given` is worked out, not recorded",
				help: "name the facts that it is worked out from"
			});
			else if (!read.has(name)) context.fault("bad-gap", at, `\`when\` of check ${quoted$1(each.id)} does not read ${quoted$1(name)}`, {
				why: "no other answer could silence the check, so that asking for one would be in vain",
				help: "name what `when` reads"
			});
		}
	}
}
/** All that a condition reads. Of a roster tested with `some`, only the facts of the tested member count. */
function readBy(pack, when) {
	const read = factsReadBy(pack, [when]);
	if (when.kind !== "some") return read;
	const own = new Set([...read].filter((name) => !name.startsWith("members.")));
	for (const name of ofTested(pack, when)) {
		own.add(`members.${name}`);
		const since = pack.memberFacts?.get(name)?.completedYearsSince ?? null;
		if (since !== null) own.add(`members.${since}`);
	}
	return own;
}
/** The facts of the outermost member that a condition reads. */
function ofTested(pack, when) {
	return readsOf(pack, when).flatMap((read) => read !== "members" && read.kind === "member" && read.depth === 0 ? [read.name] : []);
}
// src/lang/assemble/criteria.ts
/** The criteria in the order of the file; every fault in them is reported. */
function buildCriteria(resolving, raw, cite) {
	const { context } = resolving;
	checkIds(context, "criteria", "criterion", raw.criteria);
	const pillars = new Set(Object.keys(raw.pillars));
	return raw.criteria.map((each, index) => {
		const path = ["criteria", index];
		checkPillar(context, [...path, "pillar"], each.pillar, pillars);
		if (each.since !== void 0) checkDate(context, [...path, "since"]);
		return {
			id: each.id,
			pillar: each.pillar,
			title: each.title,
			reason: each.reason,
			met: expectTruth(resolving, [...path, "met"]),
			appliesIf: each.applies_if === void 0 ? null : expectTruth(resolving, [...path, "applies_if"]),
			since: each.since ?? null,
			advisory: each.advisory ?? false,
			citation: cite(path, each)
		};
	});
}
function checkPillar(context, path, pillar, pillars) {
	if (pillars.has(pillar) || context.refused.has("pillars", pillar)) return;
	const help = context.suggest(pillar, pillars) ?? "declare it under `pillars`";
	context.fault("unknown-name", context.places.value(path), `${quoted$1(pillar)} is no pillar`, { help });
}
// src/lang/pack.ts
/** The decision that every pack can give and no table may name: the evidence does not suffice. */
const VERIFY = "verify";
const columns = /* @__PURE__ */ new WeakMap();
/** The columns that a file may have: facts of the record, and derived values that have a `given` source. */
function columnsOf(pack) {
	const known = columns.get(pack);
	if (known !== void 0) return known;
	const found = new Map(pack.facts);
	for (const derived of pack.derived.values()) if (derived.sources.some((source) => source.kind === "given")) found.set(derived.name, derived.declaration);
	columns.set(pack, found);
	return found;
}
// src/lang/assemble/outcomes.ts
/** Reports `verify` in a place for an outcome of the pack. */
const refuseVerify = (context, at) => context.fault("bad-table", at, `\`${VERIFY}\` is no outcome of a pack's own`, { help: "it is given wherever the evidence does not suffice" });
/** Every outcome with its title, in the declared order, else in that of the tables. Outcomes that no table gives are reported. */
function outcomesOf(context, raw, tables, given) {
	const outcomes = new Map(entriesOf(context.places, ["outcomes"], raw.outcomes));
	for (const outcome of outcomes.keys()) checkGiven$1(context, ["outcomes", outcome], outcome, given);
	for (const { then } of [...tables.values()].flat()) {
		if (outcomes.has(then)) continue;
		if (raw.outcomes !== void 0 && !context.refused.has("outcomes", then)) {
			const help = context.suggest(then, Object.keys(raw.outcomes)) ?? `add \`${then}:\` and its title`;
			const message = `${quoted$1(then)} has no title under \`outcomes\``;
			context.fault("bad-table", context.places.key(["outcomes"]), message, { help });
		}
		outcomes.set(then, then.replaceAll("_", " "));
	}
	return outcomes;
}
/** The promises of the pack. Outcomes that no table gives, or that stand twice, are reported. */
function readProperties(context, raw, given) {
	const properties = raw.properties ?? [];
	checkIds(context, "properties", "property", properties);
	for (const [index, { order }] of properties.entries()) for (const [place, outcome] of order.entries()) {
		const path = [
			"properties",
			index,
			"order",
			place
		];
		checkGiven$1(context, path, outcome, given);
		if (order.indexOf(outcome) < place) context.fault("bad-table", context.places.value(path), `${quoted$1(outcome)} stands twice in this order`);
	}
	return [...properties];
}
function checkGiven$1(context, path, outcome, given) {
	const at = path[0] === "outcomes" ? context.places.key(path) : context.places.value(path);
	if (outcome === "verify") refuseVerify(context, at);
	if (outcome === "verify" || given === null || given.has(outcome)) return;
	context.fault("bad-table", at, `no table gives ${quoted$1(outcome)}`, { help: context.suggest(outcome, given) });
}
// src/lang/assemble/table.ts
/** Reads one table. Rows that say too little or too much, cannot be reached or never matter are reported. */
function readTable(context, path, rows, criteria, cite) {
	const table = rows.flatMap((row, index) => {
		const at = [...path, index];
		const read = readRow(context, at, row, criteria);
		checkPlace(context, at, row, index === rows.length - 1);
		return read === null ? [] : [{
			...read,
			citation: citationOf(context, at, row, cite)
		}];
	});
	const outcomes = new Set(rows.map((row) => row.then ?? row.otherwise));
	const [outcome] = outcomes;
	if (isWholeTable(rows) && outcomes.size === 1 && outcome !== void 0) {
		const message = `every row of this table gives ${quoted$1(outcome)}`;
		context.fault("constant", context.places.key(path), message, { why: "a table that always says the same decides nothing" });
	}
	return table;
}
/** True if every row names one outcome of the pack, and the last row is for all others. */
const isWholeTable = (rows) => rows.every((row) => [row.then, row.otherwise].filter((each) => each !== void 0 && each !== "verify").length === 1) && rows.at(-1)?.otherwise !== void 0;
function bad(context, path, message, help) {
	context.fault("bad-table", context.places.value(path), message, { help });
	return null;
}
function readRow(context, at, row, criteria) {
	if ((row.otherwise ?? row.then) === "verify") {
		refuseVerify(context, context.places.value([...at, row.otherwise === void 0 ? "then" : "otherwise"]));
		return null;
	}
	if (row.otherwise !== void 0 && row.when === void 0 && row.then === void 0) return {
		when: { kind: "otherwise" },
		then: row.otherwise
	};
	if (row.otherwise !== void 0 || row.when === void 0 || row.then === void 0) return bad(context, at, row.otherwise !== void 0 ? "a row has either `when` and `then`, or `otherwise`" : "a row needs `when` and `then`, or `otherwise`");
	const when = readWhen(context, [...at, "when"], criteria);
	return when && {
		when,
		then: row.then
	};
}
/** Reports an `otherwise` before the last row, and a last row without one. */
function checkPlace(context, at, row, isLast) {
	if (row.otherwise === void 0 && isLast) bad(context, at, "the table does not end in `otherwise`", "add a last row `{ otherwise: OUTCOME }`");
	if (row.otherwise !== void 0 && !isLast) bad(context, at, "`otherwise` must be the last row", "the rows below it can never be reached");
}
function citationOf(context, at, row, cite) {
	if (row.source === void 0 && row.evidence === void 0 && row.quote === void 0) return null;
	const missing = row.source === void 0 ? "source" : row.evidence === void 0 ? "evidence" : null;
	if (missing === null) return cite(at, row);
	const message = `this row cites, and has no \`${missing}\``;
	context.fault("shape", context.places.key(at), message, { help: `add \`${missing}:\`` });
	return null;
}
const WHEN = /^\s*(any\s+unmet|all\s+met)\s+of\s*\[([^\]]*)\]\s*$/;
/** Reads `any unmet of [a, b]`. A name that is not a criterion, or may not decide, is reported at its place. */
function readWhen(context, path, criteria) {
	const { text, inFile } = writtenText(context, path);
	const [, quantifier, list] = WHEN.exec(text) ?? [];
	if (list === void 0) return bad(context, path, "a row says `any unmet of [...]` or `all met of [...]`", "list criteria by their ids: `any unmet of [a, b]`");
	const names = /* @__PURE__ */ new Set();
	const first = text.indexOf("[") + 1;
	for (const { 0: name, index } of list.matchAll(/[^\s,]+(?:\s+[^\s,]+)*/g)) {
		const fault = faultOf(context, name, names, criteria);
		const start = first + index;
		if (fault !== null) context.fault("bad-table", inFile({
			start,
			end: start + name.length
		}), fault.message, fault);
		names.add(name);
	}
	if (names.size === 0) return bad(context, path, "the list of criteria is empty");
	return {
		kind: quantifier?.startsWith("any") ? "any-unmet" : "all-met",
		criteria: [...names]
	};
}
function faultOf(context, name, before, criteria) {
	const criterion = criteria.get(name);
	if (criterion === void 0) {
		if (context.refused.has("criteria", name)) return null;
		const help = /\s/.test(name) ? "part criteria by commas" : context.suggest(name, criteria.keys());
		return {
			message: `${quoted$1(name)} is no criterion`,
			help
		};
	}
	if (criterion.advisory) return {
		message: `${quoted$1(name)} is advisory`,
		help: "an advisory criterion is reported and never decides"
	};
	return before.has(name) ? { message: `${quoted$1(name)} stands twice in this list` } : null;
}
// src/lang/assemble/decisions.ts
/** The key of the table if there is only one, so that no fact chooses it. */
const ONLY = "table";
/** Reads the tables. A table that is incomplete, has a wrong name or can never matter is reported. */
function readDecisions(context, raw, facts, criteria, cite) {
	const by = raw.decisions.by === void 0 ? null : context.places.text(["decisions", "by"]);
	const wanted = by === null ? onlyTable(context) : codesOf(context, by, facts);
	const found = context.places.names(["decisions"]).filter((key) => key !== "by");
	const byId = new Map([...criteria].reverse().map((each) => [each.id, each]));
	const tables = /* @__PURE__ */ new Map();
	for (const key of found) {
		const rows = raw.decisions[key];
		if (wanted !== null && !wanted.includes(key)) refuseTable(context, key, by, wanted);
		else if (rows !== void 0) tables.set(by === null ? "" : key, readTable(context, ["decisions", key], rows, byId, cite));
	}
	const missing = (wanted ?? []).filter((key) => !found.includes(key));
	if (by !== null || found.length === 0) for (const key of missing) refuseMissing(context, key, by);
	const given = missing.length > 0 ? null : givenBy(context, raw);
	const outcomes = outcomesOf(context, raw, tables, given);
	return {
		decisions: {
			by,
			tables: inOrder(tables, wanted),
			outcomes
		},
		given
	};
}
function givenBy({ refused }, raw) {
	const { by: _, ...rest } = raw.decisions;
	const tables = Object.values(rest);
	if (refused.hasAny("decisions") || !tables.every(isWholeTable)) return null;
	return new Set(tables.flat().flatMap((row) => row.then ?? row.otherwise ?? []));
}
const onlyTable = ({ refused }) => refused.has("decisions", "by") ? null : [ONLY];
/** The codes that need a table; `null` if `by` is not a code fact, which is reported. */
function codesOf(context, by, facts) {
	const selector = facts.get(by);
	const fits = (fact) => fact.type === "code" && !fact.personal;
	if (selector !== void 0 && fits(selector)) return selector.codes.length === 0 ? null : selector.codes.map((each) => each.code);
	if (selector === void 0 && context.refused.has("facts", by)) return null;
	const near = context.suggest(by, [...facts.values()].filter(fits).map((fact) => fact.name));
	const message = selector === void 0 ? `${quoted$1(by)} is no fact of the record` : `${quoted$1(by)} is no code`;
	context.fault("bad-table", context.places.value(["decisions", "by"]), message, { help: near ?? "a table is chosen by a code fact of the record that is not personal" });
	return null;
}
function refuseTable(context, key, by, wanted) {
	const message = by === null ? `table ${quoted$1(key)} is chosen by nothing` : `${quoted$1(key)} is no code of ${quoted$1(by)}`;
	const help = by === null ? "say `by:` and a code fact to have a table for each code, or name the only one `table`" : context.suggest(key, wanted) ?? `the codes are ${namesInMessage(wanted)}`;
	context.fault("bad-table", context.places.key(["decisions", key]), message, { help });
}
function refuseMissing(context, key, by) {
	const { places, refused } = context;
	if (refused.has("decisions", key)) return;
	const help = `add a list of rows under \`${key}:\``;
	if (by === null) context.fault("bad-table", places.key(["decisions"]), "there is no table", { help });
	else {
		const message = `code ${quoted$1(key)} of ${quoted$1(by)} has no table`;
		context.fault("bad-table", places.value(["decisions", "by"]), message, { help });
	}
}
/** The tables in the order of the codes; results follow it. */
function inOrder(tables, codes) {
	const ordered = (codes ?? []).flatMap((code) => {
		const rows = tables.get(code);
		return rows === void 0 ? [] : [[code, rows]];
	});
	return ordered.length > 0 ? new Map(ordered) : tables;
}
// src/lang/assemble/derived.ts
/** The derived values with their sources; every fault in them is reported. */
function buildDerived(resolving, raw, { derived }) {
	const built = /* @__PURE__ */ new Map();
	for (const [name, declaration] of derived) {
		const path = [
			"derived",
			name,
			"sources"
		];
		const sources = (raw.derived?.[name]?.sources ?? []).map((each, index) => buildSource(resolving, [...path, index], each, declaration));
		checkGiven(resolving, name, path, sources);
		if (declaration.unit === null && sources.flatMap(expressionsOf).includes(REFUSED)) breakName(resolving.names, name);
		built.set(name, {
			name,
			declaration,
			sources
		});
	}
	return built;
}
/** A yes/no with a source that is not one is probably a number without its unit. It then fits everywhere, so that one fault is told once. */
function breakName({ record }, name) {
	const named = record.get(name);
	if (named !== void 0) record.set(name, {
		...named,
		type: BROKEN
	});
}
function buildSource(resolving, path, raw, declaration) {
	if (raw === "given") return { kind: "given" };
	const { unit } = declaration;
	if (typeof raw !== "object") return {
		kind: "expression",
		expression: unit === null ? expectYesNo(resolving, path) : expectNumber(resolving, path, unit).expression
	};
	if (unit === null) {
		const at = resolving.context.places.key(path);
		resolving.context.fault("type", at, "a yes/no cannot be rounded", { help: "write its expression alone" });
	}
	return {
		kind: "rounded",
		of: expectNumber(resolving, [...path, "of"], unit).expression,
		within: expectNumber(resolving, [...path, "within"], unit).expression
	};
}
/** A source of a derived value without unit. If the source is a number, somebody probably forgot the unit. */
const expectYesNo = (resolving, path) => expectTruth(resolving, path, (type) => {
	if (type.kind === "number") return `add \`unit: ${type.unit === null ? "…" : unitText(type.unit)}\` for a derived number`;
	return "a derived value is a number or a yes/no";
});
/** Reports `given` that stands twice, and derived values that have no other source. */
function checkGiven({ context }, name, path, sources) {
	const given = sources.flatMap(({ kind }, index) => kind === "given" ? [index] : []);
	for (const index of given.slice(1)) context.fault("duplicate-name", context.places.value([...path, index]), "`given` stands twice");
	if (given.length === sources.length) context.fault("shape", context.places.key(["derived", name]), `${quoted$1(name)} has no source but \`given\``, { help: "declare it under `facts` instead" });
}
// src/lang/assemble/expression-size.ts
/** A number has at most 15 digits and 9 places. */
const LEAF = {
	height: 0,
	digits: 24
};
/** A roster has fewer than 10^9 members. */
const SUM_DIGITS = 9;
/** Products of products would reach millions of digits within a few lines. */
const MOST_DIGITS = 500;
/**
* True if every expression stays small with its derived values written out. Larger ones are reported, because working them out could take
* for ever. `order` has each derived value after those it reads.
*/
function areAllSmall(context, pack, order) {
	const before = context.faults.length;
	const known = /* @__PURE__ */ new Map();
	const measure = (e) => {
		const reference = pack.tables.references[e.id];
		if (reference?.kind === "derived") return known.get(reference.name) ?? LEAF;
		const children = childrenOf(e);
		if (children.length === 0) return LEAF;
		const parts = children.map(measure);
		return within(context, e, {
			height: 1 + most(parts, "height"),
			digits: digitsOf(e, parts)
		});
	};
	/** Measures an expression that is a name alone too: it has no operator at which its size would be checked. */
	const whole = (e) => within(context, e, measure(e));
	for (const name of order) {
		const parts = (pack.derived.get(name)?.sources ?? []).flatMap(expressionsOf).map(whole);
		known.set(name, {
			height: 2 + most(parts, "height"),
			digits: Math.max(LEAF.digits, most(parts, "digits"))
		});
	}
	const others = [
		...pack.criteria.flatMap(({ met, appliesIf }) => [met, appliesIf]),
		...pack.checks.flatMap(({ when, unless }) => [when, unless]),
		...pack.outputs.flatMap(({ of, per }) => [of, per])
	];
	for (const e of others) if (e !== null) whole(e);
	return context.faults.length === before;
}
const most = (parts, key) => parts.reduce((highest, part) => Math.max(highest, part[key]), 0);
function digitsOf(e, parts) {
	if (e.kind === "arithmetic" && e.operator === "*") return parts.reduce((sum, part) => sum + part.digits, 0);
	const digits = Math.max(LEAF.digits, most(parts, "digits"));
	if (e.kind === "sum") return digits + SUM_DIGITS;
	return e.kind === "arithmetic" ? digits + 1 : digits;
}
/** Reports what is too large, once: further up it counts as a single value. */
function within(context, e, measure) {
	const refuse = (code, message, help) => {
		context.fault(code, context.spans.get(e.id) ?? {
			start: 0,
			end: 1
		}, message, { help });
		return LEAF;
	};
	if (measure.digits > MOST_DIGITS) return refuse("bad-number", `this can have more than ${MOST_DIGITS} digits`, "multiply fewer numbers");
	if (measure.height > 400) return refuse("too-deep", `more than 400 operators stand above each other, those of derived values included`, "let fewer derived values build on each other");
	return measure;
}
// src/lang/assemble/order.ts
/**
* The names of the derived values, each after those that it reads. A circle is reported and gives `null`. There is no recursion, because a
* pack may declare thousands.
*/
function orderOfDerived(context, pack) {
	const open = /* @__PURE__ */ new Map();
	const done = /* @__PURE__ */ new Set();
	let circles = 0;
	const enter = (name, depth) => {
		open.set(name, depth);
		return {
			name,
			reads: [...derivedReadBy(pack, pack.derived.get(name)?.sources ?? [])],
			next: 0
		};
	};
	for (const start of pack.derived.keys()) {
		if (done.has(start)) continue;
		const trail = [enter(start, 0)];
		for (let visit = trail.at(-1); visit !== void 0; visit = trail.at(-1)) {
			const name = visit.reads[visit.next];
			visit.next += 1;
			if (name === void 0) {
				open.delete(visit.name);
				done.add(visit.name);
				trail.pop();
				continue;
			}
			const depth = open.get(name);
			if (depth !== void 0) {
				circles += 1;
				refuseCircle(context, trail, depth);
			} else if (!done.has(name)) trail.push(enter(name, trail.length));
		}
	}
	return circles > 0 ? null : [...done];
}
/** A longer circle is shown by its first and last values. */
const SHOWN = 8;
/** Reports a circle: the values of a trail from a depth on. The last one reads the first one. */
function refuseCircle(context, trail, depth) {
	const [first] = trail.slice(depth, depth + 1);
	if (first === void 0) return;
	const names = ({ name }) => `\`${name}\``;
	const circle = trail.length - depth < SHOWN ? trail.slice(depth).map(names) : [
		...trail.slice(depth, depth + SHOWN / 2).map(names),
		"…",
		...trail.slice(1 - SHOWN / 2).map(names)
	];
	const at = context.places.key(["derived", first.name]);
	context.fault("cycle", at, `${[...circle, names(first)].join(" → ")} is a circle`, { why: "a derived value cannot depend on itself" });
}
// src/lang/assemble/outputs.ts
const CENT = decimal("0.01");
/** The figures to report, in the order of the file; every fault in them is reported. */
function buildOutputs(resolving, raw) {
	const { context } = resolving;
	return entriesOf(context.places, ["outputs"], raw.outputs).map(([name, each]) => {
		const path = ["outputs", name];
		if (raw.criteria.some((criterion) => criterion.id === name)) context.fault("duplicate-name", context.places.key(path), `${quoted$1(name)} is also a criterion`, {
			why: "results have a column for each criterion and for each output",
			help: "give the output another name"
		});
		const of = expectNumber(resolving, [...path, "of"]);
		const per = each.per === void 0 ? null : expectNumber(resolving, [...path, "per"]);
		return {
			name,
			of: of.expression,
			per: per?.expression ?? null,
			step: each.step === void 0 ? CENT : readDecimalAt(context.places, context, [...path, "step"]),
			unit: per === null ? of.unit : multiplyUnits(of.unit, invertUnit(per.unit))
		};
	});
}
// src/lang/assemble/pack-places.ts
/** The places that later findings speak of, by path: `parameters.poverty_line`, `criteria.income`, `decisions.none.0`. */
function packPlaces({ places }, raw) {
	const found = /* @__PURE__ */ new Map();
	const put = (name, path) => found.set(name, places.key(path));
	for (const section of [
		"sources",
		"parameters",
		"derived",
		"outputs"
	]) for (const name of Object.keys(raw[section] ?? {})) put(`${section}.${name}`, [section, name]);
	for (const [group, facts] of Object.entries(raw.facts)) for (const name of Object.keys(facts)) put(`facts.${name}`, [
		"facts",
		group,
		name
	]);
	for (const section of [
		"criteria",
		"properties",
		"checks"
	]) for (const [index, { id }] of (raw[section] ?? []).entries()) found.set(`${section}.${id}`, places.value([
		section,
		index,
		"id"
	]));
	for (const [table, rows] of Object.entries(raw.decisions)) {
		put(`decisions.${table}`, ["decisions", table]);
		if (!Array.isArray(rows)) continue;
		for (const index of rows.keys()) put(`decisions.${table}.${index}`, [
			"decisions",
			table,
			index
		]);
	}
	return found;
}
// src/lang/assemble/reads-no-fact.ts
/** Reports criteria and checks that depend on nothing recorded. What was refused before is not reported again. */
function refuseReadingNoFact(context, pack) {
	const refused = [...pack.derived.values()].some(({ sources }) => sources.flatMap(expressionsOf).includes(REFUSED));
	const isIdle = (e) => e !== REFUSED && factsReadBy(pack, [e]).size === 0 && !(refused && readsDerived(pack, e));
	const check = (e, what) => {
		if (e === null || !isIdle(e)) return;
		const at = context.spans.get(e.id) ?? {
			start: 0,
			end: 1
		};
		context.fault("reads-no-fact", at, `${what} reads no fact`, { why: "its answer would be the same for everybody" });
	};
	for (const { id, met, appliesIf } of pack.criteria) {
		check(met, `\`met\` of ${quoted$1(id)}`);
		check(appliesIf, `\`applies_if\` of ${quoted$1(id)}`);
	}
	for (const { id, when, unless } of pack.checks) {
		check(when, `\`when\` of check ${quoted$1(id)}`);
		check(unless, `\`unless\` of check ${quoted$1(id)}`);
	}
}
const readsDerived = (pack, e) => readsOf(pack, e).some((read) => read !== "members" && read.kind === "derived");
// src/lang/assemble/pack.ts
/** Builds a pack from its raw form and reports every fault to the context. If there is any, the result must not be used. */
function buildPack(context, raw) {
	const cite = createCite(context, raw);
	const declarations = declareAll(context, raw, cite);
	const resolving = createResolving(context, declarations);
	const derived = buildDerived(resolving, raw, declarations);
	const criteria = buildCriteria(resolving, raw, cite);
	const { decisions, given } = readDecisions(context, raw, declarations.facts, criteria, cite);
	const pack = {
		...headOf(context, raw),
		record: declarations.record,
		sources: sourcesOf$1(context, raw),
		pillars: new Map(entriesOf(context.places, ["pillars"], raw.pillars)),
		parameters: declarations.parameters,
		facts: declarations.facts,
		memberFacts: declarations.memberFacts,
		derived,
		criteria,
		decisions,
		checks: buildChecks(resolving, raw),
		outputs: buildOutputs(resolving, raw),
		properties: readProperties(context, raw, given),
		tables: {
			source: context.source,
			spans: context.spans,
			references: resolving.references,
			units: resolving.units,
			places: packPlaces(context, raw)
		}
	};
	checkWhole(context, pack, raw);
	return pack;
}
const createResolving = (context, declarations) => ({
	context,
	names: declaredNames(declarations),
	references: [],
	units: /* @__PURE__ */ new Map(),
	broken: false,
	bareNumbers: false
});
/** The id, title, version and dates of a pack. */
const headOf = (context, raw) => ({
	id: raw.pack,
	title: raw.title,
	version: raw.version,
	asOf: raw.as_of !== void 0 && checkDate(context, ["as_of"]) ? raw.as_of : null,
	extends: raw.extends ?? null,
	set: /* @__PURE__ */ new Map()
});
const sourcesOf$1 = (context, raw) => new Map(entriesOf(context.places, ["sources"], raw.sources).map(([id, each]) => [id, citedSource(context, id, each)]));
/** Runs the checks that need the whole pack. They stop at circles and at expressions that grow too large. */
function checkWhole(context, pack, raw) {
	const order = orderOfDerived(context, pack);
	if (order === null || !areAllSmall(context, pack, order)) return;
	refuseReadingNoFact(context, pack);
	refuseUnreadGaps(context, pack, raw);
}
// src/lang/assemble/load.ts
/**
* Reads a pack from the text of its pack.yaml. Gives a whole pack, or every fault that can be found in one go, in the order of the file;
* faults of the packs that it extends come after its own.
*/
function readPack(file, { ancestors = [], firstId = 0 } = {}) {
	const [child, ...parents] = [withoutMark(file), ...ancestors.map(withoutMark)];
	const source = parents.length === 0 ? child : joinSources([child, ...parents]);
	const list = collectFaults(source);
	const trees = [];
	for (const each of [child, ...parents]) {
		const reading = readTree(each, source, list);
		if (reading === null) continue;
		if ("faults" in reading) return reading;
		trees.push(reading.tree);
	}
	const [tree, ...inherited] = trees;
	if (tree !== void 0 && trees.length === parents.length + 1) {
		const shape = readShape(list, extendAll(list, tree, inherited));
		const pack = shape && buildPack(createContext(source, list, shape, firstId), shape.raw);
		if (pack !== null && list.faults.length === 0) return { pack: {
			...pack,
			hash: packHash(pack)
		} };
	}
	return { faults: inFileOrder(source, list.faults) };
}
/** Removes a byte order mark, which is not part of the first line. */
const withoutMark = (source) => source.text.startsWith("﻿") ? makeSource(source.file, source.text.slice(1)) : source;
/** The only document of a pack file, with places counted in the joined source. Anything else is reported and gives `null`. */
function readTree(source, joined, list) {
	const start = joined.parts.find((part) => part.source === source)?.start ?? 0;
	const foreign = source.text.indexOf("�");
	if (foreign >= 0) {
		const at = {
			start: start + foreign,
			end: start + foreign + 1
		};
		list.fault("not-utf-8", at, "this is no UTF-8", { help: "save the file as UTF-8" });
		return null;
	}
	const yaml = readYaml(source);
	if ("faults" in yaml) return { faults: inFileOrder(source, yamlFaults(yaml.faults)) };
	const [tree, second] = yaml.documents;
	if (tree === void 0 || second !== void 0) {
		const message = tree === void 0 ? "the pack file is empty" : "a pack file holds one document";
		const at = second ?? {
			start: 0,
			end: 1
		};
		list.fault("shape", {
			start: start + at.start,
			end: start + at.end
		}, message);
	} else if (exceedsAliasLimit(source, tree)) list.fault("alias-expansion", {
		start,
		end: start + 1
	}, "aliases repeat this pack far beyond its size");
	else return { tree: start === 0 ? tree : shiftTree(tree, start) };
	return null;
}
/** The id of the pack that a pack extends, with its place; `null` if it extends none or cannot be read. */
function extendedBy(source) {
	if (!source.text.includes("extends")) return null;
	const yaml = readYaml(source);
	const tree = "faults" in yaml ? void 0 : yaml.documents[0];
	const value = tree?.kind === "mapping" ? entryOf(tree, "extends")?.value : void 0;
	return value?.kind === "scalar" ? {
		id: value.text,
		at: value
	} : null;
}
function inFileOrder(source, faults) {
	const files = source.parts.map((part) => part.source.file);
	const placed = faults.map((fault) => {
		const { at } = fault;
		const column = at !== null && "column" in at ? at.column : 0;
		return {
			fault,
			file: files.indexOf(at?.file ?? ""),
			line: at?.line ?? 0,
			column
		};
	});
	placed.sort((a, b) => a.file - b.file || a.line - b.line || a.column - b.column);
	return placed.map(({ fault }) => fault);
}
// src/base/truth.ts
const not = (a) => a === "open" ? "open" : !a;
const and = (a, b) => a === false || b === false ? false : a === true && b === true ? true : "open";
const or = (a, b) => a === true || b === true ? true : a === false && b === false ? false : "open";
const canBe = (a, value) => a === "open" || a === value;
/** The yes/no that holds both: what either can be. */
const hullOfTruths = (a, b) => a === b ? a : "open";
function less(a, b) {
	if (a.hi !== null && b.lo !== null && a.hi.lt(b.lo)) return true;
	if (a.lo !== null && b.hi !== null && a.lo.gte(b.hi)) return false;
	return "open";
}
const lessOrEqual = (a, b) => not(less(b, a));
function equal(a, b) {
	if (less(a, b) === true || less(b, a) === true) return false;
	return a.lo !== null && a.hi !== null && b.lo !== null && b.hi !== null && a.lo.eq(a.hi) && b.lo.eq(b.hi) ? true : "open";
}
// src/base/value.ts
const numberValue = (range) => ({
	kind: "number",
	range
});
const TRUE = {
	kind: "truth",
	truth: true
};
const FALSE = {
	kind: "truth",
	truth: false
};
const OPEN = {
	kind: "truth",
	truth: "open"
};
const truthValue = (truth) => truth === "open" ? OPEN : truth ? TRUE : FALSE;
const codeValue = (codes) => ({
	kind: "code",
	codes
});
/** True if only one value is possible. */
function isClosed(value) {
	switch (value.kind) {
		case "number": return pointOf(value.range) !== null;
		case "truth": return value.truth !== "open";
		case "code": return value.codes.length === 1;
	}
}
/** What both values allow, or `null` if they have nothing in common. Both must be of one kind. */
function meetValues(a, b) {
	if (a.kind === "number" && b.kind === "number") {
		const range = meet(a.range, b.range);
		return range && numberValue(range);
	}
	if (a.kind === "truth" && b.kind === "truth") {
		if (a.truth === "open") return b;
		return b.truth === "open" || a.truth === b.truth ? a : null;
	}
	if (a.kind === "code" && b.kind === "code") {
		const others = new Set(b.codes);
		const codes = a.codes.filter((code) => others.has(code));
		return codes.length > 0 ? codeValue(codes) : null;
	}
	return null;
}
/** What either value allows. Both must be of one kind; codes keep their order. */
function hullOfValues(a, b) {
	if (a.kind === "number" && b.kind === "number") return numberValue(hull(a.range, b.range));
	if (a.kind === "truth" && b.kind === "truth") return truthValue(hullOfTruths(a.truth, b.truth));
	if (a.kind === "code" && b.kind === "code") return codeValue([.../* @__PURE__ */ new Set([...a.codes, ...b.codes])]);
	throw new Error(`values of two kinds: ${a.kind} and ${b.kind}`);
}
// src/lang/record.ts
/** A value as a cell says it: `4000`, `yes`, `B`, `2020-12-31`. */
function knownText(value) {
	if (typeof value === "boolean") return value ? "yes" : "no";
	return typeof value === "string" ? value : digits(value);
}
/** The rows of a roster from those that are members and those that may be. */
const rosterOfRows = (rows, maybe) => maybe.length === 0 ? {
	kind: "rows",
	rows
} : {
	kind: "rows",
	rows,
	maybe
};
/** All rows of a roster, those that may be nobody last; rows are numbered so. */
const everyRow = ({ rows, maybe = [] }) => maybe.length === 0 ? rows : [...rows, ...maybe];
// src/engine/who-is-member.ts
/**
* Which rows of a roster are members where the household has a given size, or `null` for none. Rows that may be nobody count up to a size
* between the sure rows and all rows; it does not matter which of them, because nothing tells them from each other.
*/
function whoIsMember(roster, size) {
	const asRead = isMemberAsRead(roster);
	if (size === null) return {
		isMember: asRead,
		length: "right"
	};
	const { lo, hi } = countedRows(asRead);
	if (lo.gt(size)) return {
		isMember: asRead,
		length: "long"
	};
	if (hi.lt(size)) return {
		isMember: asRead,
		length: "short"
	};
	return {
		isMember: lo.eq(size) || hi.eq(size) || areAlike(roster.maybe ?? []) ? upTo(Number(size) - Number(lo), asRead) : asRead,
		length: "right"
	};
}
/** Whether each row is a member, by what stands in it. */
const isMemberAsRead = ({ rows, maybe = [] }) => [...rows.map(() => true), ...maybe.map(() => "open")];
/** The number of members that rows allow, whatever the size is. */
const rowsAsRead = (roster) => countedRows(isMemberAsRead(roster));
/** The number of members, from those that are sure to all that may be. */
function countedRows(isMember) {
	const count = (wanted) => decimal(isMember.filter(wanted).length);
	return {
		lo: count((truth) => truth === true),
		hi: count((truth) => canBe(truth, true))
	};
}
/** The first rows that may be members are, as many as are left, and the others are not. */
function upTo(left, isMember) {
	let more = left;
	return isMember.map((truth) => {
		if (truth !== "open") return truth;
		more -= 1;
		return more >= 0;
	});
}
/** Whether rows have the same assumed facts. */
function areAlike(rows) {
	const known = rows.map(({ facts }) => [...facts].flatMap(([name, fact]) => fact.kind === "known" ? `${name}=${knownText(fact.value)}` : []).join("\n"));
	return known.every((each) => each === known[0]);
}
// src/engine/evaluation.ts
const NOTHING_TAKEN = /* @__PURE__ */ new Map();
const UNKNOWN_MEMBER = {
	row: null,
	number: 0
};
/** Says if the row that was bound last is a member at all. */
const isMember = ({ roster }, bound) => (roster.kind === "rows" ? roster.isMember[(bound[bound.length - 1]?.number ?? 0) - 1] : void 0) ?? true;
/** An evaluation of a record as it is, whatever checks say. */
function evaluationAsIs(pack, record, asOf) {
	const states = /* @__PURE__ */ new Map();
	return {
		pack,
		record,
		asOf,
		roster: rosterState(pack, record),
		takenAway: NOTHING_TAKEN,
		asRead: null,
		parameter(name) {
			const known = states.get(name);
			if (known !== void 0) return known;
			const state = parameterState(pack.parameters.get(name), asOf);
			states.set(name, state);
			return state;
		},
		values: [],
		derived: /* @__PURE__ */ new Map()
	};
}
/** An evaluation without any knowledge, not even of parameters: all that an expression can ever be. */
function createOpenEvaluation(pack) {
	const absent = {
		kind: "gap",
		reason: "absent"
	};
	const columns = [...pack.facts.keys(), ...pack.derived.keys()];
	return {
		...evaluationAsIs(pack, {
			id: "",
			file: "",
			line: 0,
			facts: new Map(columns.map((name) => [name, absent])),
			members: pack.memberFacts && {
				kind: "gap",
				reason: "absent"
			},
			headers: /* @__PURE__ */ new Map()
		}, null),
		parameter(name) {
			return {
				range: (pack.parameters.get(name)?.values.map((each) => point(each.value)) ?? []).reduce(hull),
				inForce: null
			};
		}
	};
}
/** The value with the latest `from` that is not after the date, unless its `to` has passed. */
function valueInForce(parameter, asOf) {
	if (asOf === null) return null;
	const { values } = parameter;
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if ((values[middle]?.from ?? "") <= asOf) low = middle + 1;
		else high = middle;
	}
	const latest = values[low - 1];
	return latest === void 0 || latest.to !== null && latest.to < asOf ? null : latest;
}
function parameterState(parameter, asOf) {
	if (parameter === void 0) throw new Error("a checked pack names no unknown parameter");
	const inForce = valueInForce(parameter, asOf);
	return {
		range: inForce === null ? parameter.range : point(inForce.value),
		inForce
	};
}
function rosterState(pack, record) {
	const { members } = record;
	if (members?.kind !== "rows" || members.rows.length === 0) return {
		kind: "gap",
		reason: members?.kind === "gap" ? members.reason : "blank"
	};
	return {
		kind: "rows",
		rows: everyRow(members),
		asRead: members,
		...whoIsMember(members, givenSize(pack, record))
	};
}
function givenSize(pack, record) {
	const fact = pack.record.size === null ? void 0 : record.facts.get(pack.record.size);
	return fact?.kind === "known" && typeof fact.value === "object" ? fact.value : null;
}
/** True if the given size and the rows of the roster differ; the size is then a gap `conflicting`. */
const isSizeInConflict = (evaluation, name) => name === evaluation.pack.record.size && evaluation.roster.kind === "rows" && evaluation.roster.length !== "right";
/** Everything that a fact of this declaration could be. */
function openValue(declaration) {
	switch (declaration.type) {
		case "yes_no": return truthValue("open");
		case "code": return codeValue(declaration.codes.map((each) => each.code));
		default: return numberValue(declaration.range);
	}
}
/** The value of a fact: one value if it is known, its declared range if it is a gap. */
function valueOfFact(declaration, fact) {
	if (fact === void 0 || fact.kind === "gap") return openValue(declaration);
	if (typeof fact.value === "boolean") return truthValue(fact.value);
	return typeof fact.value === "string" ? codeValue([fact.value]) : numberValue(point(fact.value));
}
// src/base/operators.ts
/** `a = b`, `a < b` and so on, for two numbers or two codes; only `=` and `!=` compare codes. */
function compareValues(operator, a, b) {
	if (a.kind === "code" && b.kind === "code") {
		const same = equalCodes(a.codes, b.codes);
		return operator === "=" ? same : not(same);
	}
	if (a.kind !== "number" || b.kind !== "number") throw new Error(`cannot compare ${a.kind} with ${b.kind}`);
	switch (operator) {
		case "=": return equal(a.range, b.range);
		case "!=": return not(equal(a.range, b.range));
		case "<": return less(a.range, b.range);
		case "<=": return lessOrEqual(a.range, b.range);
		case ">": return less(b.range, a.range);
		case ">=": return lessOrEqual(b.range, a.range);
	}
}
function equalCodes(a, b) {
	const others = new Set(b);
	if (!a.some((code) => others.has(code))) return false;
	return a.length === 1 && b.length === 1 ? true : "open";
}
function calculate(operator, a, b) {
	switch (operator) {
		case "+": return addRanges(a, b);
		case "-": return subtractRanges(a, b);
		case "*": return multiplyRanges(a, b);
	}
}
/** Says if a number lies between two others. Each end may be included or not. */
function between(x, low, high, lowIncluded, highIncluded) {
	return and(lowIncluded ? lessOrEqual(low, x) : less(low, x), highIncluded ? lessOrEqual(x, high) : less(x, high));
}
/** Says if a value is one of the items. A code that can only be one of them is, even while it is open which one. */
function oneOf(operand, items) {
	if (operand.kind === "code") {
		const sets = items.flatMap((item) => item.kind === "code" ? [item.codes] : []);
		const certain = new Set(sets.flatMap((codes) => codes.length === 1 ? codes : []));
		if (operand.codes.every((code) => certain.has(code))) return true;
		const any = new Set(sets.flat());
		return operand.codes.some((code) => any.has(code)) ? "open" : false;
	}
	const tests = items.map((item) => compareValues("=", operand, item));
	if (tests.includes(true)) return true;
	return tests.every((test) => test === false) ? false : "open";
}
// src/engine/facts-behind.ts
/** Keeps what depends only on a loaded pack and one of its parts, because every record asks for it. */
function keptByPart(make) {
	const packs = /* @__PURE__ */ new WeakMap();
	return (pack, part) => {
		const parts = packs.get(pack) ?? /* @__PURE__ */ new Map();
		packs.set(pack, parts);
		const known = parts.get(part);
		if (known !== void 0) return known;
		const made = make(pack, part);
		parts.set(part, made);
		return made;
	};
}
/** Names of the facts and columns on which a source of a derived value can depend. */
const factsBehindSource = keptByPart((pack, source) => [...factsReadBy(pack, expressionsOf(source))]);
/** Sources of a derived size that do not go over the roster, which itself asks for the size. */
const sourcesWithoutRoster = keptByPart((pack, { sources }) => sources.filter((source) => !factsBehindSource(pack, source).includes("members")));
/** How many known cells of a record a source of a derived value can depend on. */
function knownCells(pack, record, source) {
	const rows = record.members?.kind === "rows" ? record.members.rows : [];
	let known = 0;
	for (const name of factsBehindSource(pack, source)) {
		const member = /^members\.(.+)$/.exec(name)?.[1];
		if (member === void 0) known += record.facts.get(name)?.kind === "known" ? 1 : 0;
		else known += rows.filter((row) => row.facts.get(member)?.kind === "known").length;
	}
	return known;
}
// src/engine/member.ts
/** A fact of a member. Completed years must agree with the given age, or the two conflict. */
function memberValue(evaluation, member, name) {
	const declaration = evaluation.pack.memberFacts?.get(name);
	if (declaration === void 0) throw new Error(`a checked pack names no unknown member fact: ${name}`);
	if (member.row === null) return {
		value: openValue(declaration),
		conflicting: false
	};
	const given = valueOfFact(declaration, member.row.facts.get(name));
	const years = yearsOf(evaluation, member, declaration);
	if (years === null) return {
		value: given,
		conflicting: false
	};
	return meetAll(declaration, [given, numberValue(years)]);
}
/** Completed years of a member on the as-of date, or `null` if one of the dates is missing. */
function yearsOf(evaluation, member, declaration) {
	const since = declaration.completedYearsSince;
	const date = since === null ? void 0 : member.row?.facts.get(since);
	if (evaluation.asOf === null || date?.kind !== "known" || typeof date.value !== "string") return null;
	return point(decimal(completedYears(date.value, evaluation.asOf)));
}
/** What values and the declared range have in common; the whole range, and a conflict, if that is nothing. */
function meetAll(declaration, values) {
	const open = openValue(declaration);
	let value = open;
	for (const each of values) value = value && meetValues(value, each);
	return value === null ? {
		value: open,
		conflicting: true
	} : {
		value,
		conflicting: false
	};
}
/** The place of a fact of a member, or of the member itself. */
function memberPlace(record, row, name) {
	return (name === null ? void 0 : row.places?.get(name)) ?? {
		file: row.file ?? record.file,
		line: row.line ?? record.line
	};
}
// src/engine/roster.ts
/**
* Says if every member satisfies the condition. If rows are missing, it may be false but not true. If there are too many, no single row
* can make it false, because that row may be the one too many.
*/
function everyMember(roster, rows) {
	if (roster.kind === "gap") return "open";
	const all = rows.reduce((truth, { isMember, says }) => and(truth, or(not(isMember), says)), true);
	if (roster.length === "short") return all === false ? false : "open";
	if (roster.length === "long") return all === true ? true : "open";
	return all;
}
/** Says if some member satisfies the condition: not every one fails it. */
const someMember = (roster, rows) => not(everyMember(roster, rows.map(({ isMember, says }) => ({
	isMember,
	says: not(says)
}))));
/** The number of members, from those that certainly are to those that may be; `most` gives the most of a missing roster. */
function countOfMembers(roster, rows, most) {
	if (roster.kind === "gap") return {
		lo: ZERO,
		hi: most()
	};
	const certain = rows.filter(({ isMember }) => isMember === true).length;
	const possible = rows.filter(({ isMember }) => canBe(isMember, true)).length;
	return {
		lo: decimal(roster.length === "long" ? 0 : certain),
		hi: roster.length === "short" ? null : decimal(possible)
	};
}
/** The sum over the members; `unseen` gives the range of the summand for a member without a row. */
function sumOfMembers(roster, rows, unseen) {
	if (roster.kind === "gap") return sumOfUnseen(unseen());
	const nothing = point(ZERO);
	let total = nothing;
	for (const { isMember, says } of rows) {
		if (isMember === false) continue;
		total = addRanges(total, isMember === true && roster.length !== "long" ? says : hull(says, nothing));
	}
	return roster.length === "short" ? addRanges(total, sumOfUnseen(unseen())) : total;
}
/** The sum over any number of members with summands in a range. It is not below 0 if no summand is negative, and not above 0 if none is positive. */
const sumOfUnseen = ({ lo, hi }) => ({
	lo: lo?.gte(ZERO) ? ZERO : null,
	hi: hi?.lte(ZERO) ? ZERO : null
});
// src/engine/interpret.ts
const NOBODY = [];
/** All that an expression can still be. This is the meaning of the rule language; every other engine is checked against it. */
function evaluate(evaluation, e, bound = NOBODY) {
	if (bound.length > 0) return compute(evaluation, e, bound);
	const known = evaluation.values[e.id];
	if (known !== void 0) return known;
	const value = compute(evaluation, e, bound);
	evaluation.values[e.id] = value;
	return value;
}
function truthOf(evaluation, e, bound = NOBODY) {
	const value = evaluate(evaluation, e, bound);
	if (value.kind !== "truth") throw new Error(`a yes/no was checked to stand here, not a ${value.kind}`);
	return value.truth;
}
function rangeOf(evaluation, e, bound = NOBODY) {
	const value = evaluate(evaluation, e, bound);
	if (value.kind !== "number") throw new Error(`a number was checked to stand here, not a ${value.kind}`);
	return value.range;
}
function compute(evaluation, e, bound) {
	switch (e.kind) {
		case "text": return codeValue([e.text]);
		case "name":
		case "member": return named(evaluation, e, bound);
		case "if": return choice(evaluation, e, bound);
		case "number":
		case "negate":
		case "arithmetic":
		case "min":
		case "max":
		case "count":
		case "sum": return numberValue(computeNumber(evaluation, e, bound));
		case "not":
		case "and":
		case "or":
		case "comparison":
		case "between":
		case "one-of":
		case "every":
		case "some": return truthValue(computeTruth(evaluation, e, bound));
	}
}
function computeNumber(evaluation, e, bound) {
	switch (e.kind) {
		case "number": return point(e.value);
		case "negate": return negateRange(rangeOf(evaluation, e.operand, bound));
		case "arithmetic": return calculate(e.operator, rangeOf(evaluation, e.left, bound), rangeOf(evaluation, e.right, bound));
		case "min": return e.items.map((item) => rangeOf(evaluation, item, bound)).reduce(minOfRanges);
		case "max": return e.items.map((item) => rangeOf(evaluation, item, bound)).reduce(maxOfRanges);
		case "count": return count(evaluation, e, bound);
		case "sum": return sum(evaluation, e, bound);
	}
}
function computeTruth(evaluation, e, bound) {
	const truth = (part) => truthOf(evaluation, part, bound);
	const range = (part) => rangeOf(evaluation, part, bound);
	const value = (part) => evaluate(evaluation, part, bound);
	switch (e.kind) {
		case "not": return not(truth(e.operand));
		case "and": return and(truth(e.left), truth(e.right));
		case "or": return or(truth(e.left), truth(e.right));
		case "comparison": return compareValues(e.operator, value(e.left), value(e.right));
		case "between": return between(range(e.operand), range(e.low), range(e.high), e.lowIncluded, e.highIncluded);
		case "one-of": return oneOf(value(e.operand), e.items.map(value));
		case "every":
		case "some": return every(evaluation, e, bound);
	}
}
function choice(evaluation, e, bound) {
	const condition = truthOf(evaluation, e.condition, bound);
	if (condition === true) return evaluate(evaluation, e.yes, bound);
	if (condition === false) return evaluate(evaluation, e.no, bound);
	return hullOfValues(evaluate(evaluation, e.yes, bound), evaluate(evaluation, e.no, bound));
}
function named(evaluation, e, bound) {
	const reference = evaluation.pack.tables.references[e.id];
	switch (reference?.kind) {
		case "fact": return factValue(evaluation, reference.name);
		case "derived": return deriveValue(evaluation, reference.name).value;
		case "parameter": return numberValue(evaluation.parameter(reference.name).range);
		case "member": return memberValue(evaluation, bound[reference.depth] ?? UNKNOWN_MEMBER, reference.name).value;
		case void 0: throw new Error("a checked pack leaves no name unresolved");
	}
}
/** The value of a fact of the record. A given size is open if the roster has another length. */
function factValue(evaluation, name) {
	const declaration = evaluation.pack.facts.get(name);
	if (declaration === void 0) throw new Error(`a checked pack names no unknown fact: ${name}`);
	return isSizeInConflict(evaluation, name) ? openValue(declaration) : valueOfFact(declaration, evaluation.record.facts.get(name));
}
/** A derived value: what all its sources and its own range have in common. */
function deriveValue(evaluation, name) {
	const known = evaluation.derived.get(name);
	if (known !== void 0) return known;
	const derived = evaluation.pack.derived.get(name);
	if (derived === void 0) throw new Error(`a checked pack names no unknown derived value: ${name}`);
	const state = isSizeInConflict(evaluation, name) ? {
		value: openValue(derived.declaration),
		conflicting: true
	} : meetAll(derived.declaration, derived.sources.map((source) => sourceValue(evaluation, derived, source)));
	evaluation.derived.set(name, state);
	return state;
}
/** What one source of a derived value allows. */
function sourceValue(evaluation, derived, source) {
	switch (source.kind) {
		case "given": return valueOfFact(derived.declaration, evaluation.record.facts.get(derived.name));
		case "expression": return evaluate(evaluation, source.expression);
		case "rounded": {
			const of = rangeOf(evaluation, source.of);
			const within = rangeOf(evaluation, source.within);
			return numberValue({
				lo: subtractRanges(of, within).lo,
				hi: addRanges(of, within).hi
			});
		}
	}
}
/** The most members that a missing roster can have: the upper end of the size, or its declared upper end if its sources conflict. */
function mostMembers(evaluation) {
	const value = sizeWithoutRoster(evaluation)?.value;
	return value?.kind === "number" ? value.range.hi : null;
}
/** The size by all that does not go over the roster; `null` if the pack has none. */
function sizeWithoutRoster(evaluation) {
	const { pack } = evaluation;
	const { size } = pack.record;
	if (size === null) return null;
	const derived = pack.derived.get(size);
	if (derived === void 0) return {
		value: factValue(evaluation, size),
		conflicting: false
	};
	const says = sourcesWithoutRoster(pack, derived).map((source) => sourceValue(evaluation, derived, source));
	return meetAll(derived.declaration, says);
}
/** Says if the member that was bound last is in the filtered roster. */
function isIn(evaluation, of, bound) {
	return of.where.reduce((truth, condition) => and(truth, truthOf(evaluation, condition, bound)), isMember(evaluation, bound));
}
/** The bindings with each row of the roster added. */
function rowsBound(evaluation, bound) {
	const { roster } = evaluation;
	return roster.kind === "gap" ? [] : roster.rows.map((row, index) => [...bound, {
		row,
		number: index + 1
	}]);
}
/** The rows of the roster, each with how far it belongs to the filtered one, and with what an expression is for it. */
function seen$1(evaluation, of, bound, look) {
	return rowsBound(evaluation, bound).map((inner) => ({
		isMember: isIn(evaluation, of, inner),
		says: look(inner)
	}));
}
function every(evaluation, e, bound) {
	const rows = seen$1(evaluation, e.of, bound, (inner) => truthOf(evaluation, e.satisfies, inner));
	return e.kind === "every" ? everyMember(evaluation.roster, rows) : someMember(evaluation.roster, rows);
}
function count(evaluation, e, bound) {
	const rows = seen$1(evaluation, e.of, bound, () => null);
	return countOfMembers(evaluation.roster, rows, () => mostMembers(evaluation));
}
function sum(evaluation, e, bound) {
	const { roster } = evaluation;
	return sumOfMembers(roster, seen$1(evaluation, e.of, bound, (inner) => rangeOf(evaluation, e.each, inner)), () => rangeOf(evaluation, e.each, [...bound, UNKNOWN_MEMBER]));
}
// src/engine/constants.ts
/** Reports criteria and checks with the same answer for everybody, tolerances below 0 and divisors that can be 0 or less. */
function constantFaults(pack) {
	const open = createOpenEvaluation(pack);
	const faults = [];
	const report = (code, e, message, why) => {
		const span = pack.tables.spans.get(e.id) ?? {
			start: 0,
			end: 1
		};
		faults.push({
			code,
			severity: "error",
			message,
			why,
			at: textPlace(pack.tables.source, span)
		});
	};
	const refuseConstant = (e, what) => {
		const truth = truthOf(open, e);
		if (truth !== "open") report("constant", e, `${what} is always ${truth}`, "no value that its facts can have changes it");
	};
	for (const criterion of pack.criteria) {
		refuseConstant(criterion.met, `\`met\` of \`${criterion.id}\``);
		if (criterion.appliesIf !== null) refuseConstant(criterion.appliesIf, `\`applies_if\` of \`${criterion.id}\``);
	}
	for (const check of pack.checks) refuseConstant(check.when, `\`when\` of check \`${check.id}\``);
	for (const derived of pack.derived.values()) for (const source of derived.sources) {
		if (source.kind !== "rounded") continue;
		const { lo } = rangeOf(open, source.within);
		if (lo === null || lo.lt(ZERO)) report("negative-tolerance", source.within, "this tolerance can be negative", "a rounded figure is at most as far from the true one as its tolerance");
	}
	for (const output of pack.outputs) {
		if (output.per === null) continue;
		const { lo } = rangeOf(open, output.per);
		if (lo === null || lo.lte(ZERO)) report("bad-number", output.per, "this divisor can be 0 or less", "declare a `min` above 0 for it");
	}
	return faults;
}
// src/engine/load-pack.ts
/** Loads the pack of a folder, or of a pack.yaml itself, with the packs that it extends. A pack with any fault is not loaded. */
async function loadPack(path, { read = readText, firstId = 0 } = {}) {
	const files = [];
	const noted = async (file) => {
		const text = await read(file);
		if (text !== null) files.push(file);
		return text;
	};
	return {
		...await loadWith(noted, path, firstId),
		files
	};
}
async function loadWith(read, path, firstId) {
	const file = packFile(path);
	const text = await read(file);
	if (text === null) return { faults: [missing(path)] };
	const child = packText(file, text);
	const ancestors = await ancestorsOf(child, read);
	return "faults" in ancestors ? ancestors : finish(readPack(child.source, {
		ancestors: ancestors.sources,
		firstId
	}));
}
const packFile = (path) => /\.ya?ml$/.test(path) ? path : join(path, "pack.yaml");
const missing = (path) => ({
	code: "pack-missing",
	severity: "error",
	message: `no pack at \`${path}\``,
	help: "name a folder with a pack.yaml, or a pack that comes with tpa",
	at: null
});
function finish(reading) {
	if ("faults" in reading) return reading;
	const faults = constantFaults(reading.pack);
	return faults.length > 0 ? { faults } : reading;
}
/** A file that comes with the program is named by its place in the program, not by where the program is installed. */
function packText(file, text) {
	return {
		file,
		source: makeSource(file.startsWith(SHIPPED_PACKS) ? `rules${file.slice(SHIPPED_PACKS.length)}` : file, text)
	};
}
/** The packs that a pack extends, nearest first. Each stands beside the pack, or comes with the program. */
async function ancestorsOf(child, read) {
	const sources = [];
	const seen = /* @__PURE__ */ new Set([basename(dirname(child.file))]);
	for (let { file, source } = child;;) {
		const parent = extendedBy(source);
		if (parent === null) return { sources };
		const refuse = (code, message, help) => ({ faults: [{
			code,
			severity: "error",
			message,
			help,
			at: textPlace(source, parent.at)
		}] });
		if (seen.has(parent.id)) return refuse("cycle", `\`${parent.id}\` extends itself`, "let one of the packs stand alone");
		seen.add(parent.id);
		const found = await findPack(parent.id, file, read);
		if (found === null) return refuse("pack-missing", `no pack \`${parent.id}\` to extend`, "it must stand beside this pack, or come with tpa");
		sources.push(found.source);
		file = found.file;
		source = found.source;
	}
}
async function findPack(id, beside, read) {
	if (!/^[a-z0-9][a-z0-9_-]*$/.test(id)) return null;
	const file = join(dirname(beside), "..", id, "pack.yaml");
	const text = await read(file);
	if (text !== null) return packText(file, text);
	const shipped = join(SHIPPED_PACKS, id, "pack.yaml");
	const own = await readText(shipped);
	return own === null ? null : packText(shipped, own);
}
async function readText(file) {
	return (await stat(file).catch(() => null))?.isFile() ? (await readFile(file, "utf8")).replace(/^\uFEFF/, "") : null;
}
// src/testing/prove/comparisons.ts
/** Every expression of criteria and derived values, in pack order. */
function rootsOf(pack) {
	const ofDerived = [...pack.derived.values()].flatMap(({ name, sources }) => sources.flatMap((source, index) => expressionsOf(source).map((expression) => ({
		expression,
		criterion: null,
		through: {
			derived: name,
			source: index
		}
	}))));
	const ofCriteria = pack.criteria.flatMap((criterion) => [criterion.appliesIf, criterion.met].flatMap((expression) => expression === null ? [] : [{
		expression,
		criterion,
		through: null
	}]));
	return [...ofDerived, ...ofCriteria];
}
/** Every part of an expression, itself first, with the number of rosters around it. */
function* subexpressionsOf(e, depth = 0) {
	yield {
		part: e,
		depth
	};
	for (const child of childrenOf(e)) yield* subexpressionsOf(child, isRosterForm(e) ? depth + 1 : depth);
}
/** True if an expression reads a derived value or a parameter, itself or through derived values. */
function dependsOn(pack, e, kind, name) {
	const seen = /* @__PURE__ */ new Set();
	const reads = (each) => readsOf(pack, each).some((read) => {
		if (read === "members") return false;
		if (read.kind === kind && read.name === name) return true;
		if (read.kind !== "derived" || seen.has(read.name)) return false;
		seen.add(read.name);
		return pack.derived.get(read.name)?.sources.flatMap(expressionsOf).some(reads) ?? false;
	});
	return reads(e);
}
/** The criteria that can change if a derived value or a parameter does. */
const criteriaBehind = (pack, kind, name) => pack.criteria.filter(({ met, appliesIf }) => dependsOn(pack, met, kind, name) || appliesIf !== null && dependsOn(pack, appliesIf, kind, name));
/** Every comparison that has a parameter on one side. */
function parameterTestsOf(pack) {
	const hasParameter = (e) => readsOf(pack, e).some((read) => read !== "members" && read.kind === "parameter");
	return rootsOf(pack).flatMap((root) => [...subexpressionsOf(root.expression)].flatMap(({ part: node, depth }) => {
		if (node.kind === "comparison") {
			if (hasParameter(node.right)) return [{
				root,
				node,
				end: null,
				observed: node.left,
				threshold: node.right,
				depth
			}];
			if (hasParameter(node.left)) return [{
				root,
				node,
				end: null,
				observed: node.right,
				threshold: node.left,
				depth
			}];
		}
		if (node.kind !== "between") return [];
		const { operand: observed, low, high } = node;
		return [{
			end: "low",
			threshold: low
		}, {
			end: "high",
			threshold: high
		}].filter(({ threshold }) => hasParameter(threshold) || hasParameter(observed)).map((each) => ({
			root,
			node,
			observed,
			depth,
			...each
		}));
	}));
}
// src/testing/coverage/dates.ts
/** The day before (-1) or after (1) a date; `null` at the end of the calendar. */
function dayBeside(date, days) {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	const same = written(year, month, day + days);
	if (isDate(same)) return same;
	const around = days === 1 ? 1 : -1;
	const [otherYear, otherMonth] = month + around === 13 ? [year + 1, 1] : month + around === 0 ? [year - 1, 12] : [year, month + around];
	return (days === 1 ? [1] : [
		31,
		30,
		29,
		28
	]).map((each) => written(otherYear, otherMonth, each)).find(isDate) ?? null;
}
const written = (year, month, day) => [
	String(year).padStart(4, "0"),
	String(month).padStart(2, "0"),
	String(day).padStart(2, "0")
].join("-");
/** The pack's own date, then every date on which something changes that a criterion reads, and the day before the first. */
function datesOfCriterion(pack, criterion) {
	const expressions = expressionsOfCriterion(criterion);
	const dates = new Set(criterion.since === null ? [] : [criterion.since]);
	for (const { name, values } of pack.parameters.values()) {
		if (!expressions.some((e) => readsOf(pack, e).some((read) => read !== "members" && read.kind === "parameter" && read.name === name) || dependsOn(pack, e, "parameter", name))) continue;
		for (const { from, to } of values) {
			dates.add(from);
			const after = to === null ? null : dayBeside(to, 1);
			if (after !== null) dates.add(after);
		}
	}
	const others = [...dates].sort();
	const before = others.flatMap((date) => dayBeside(date, -1) ?? []).slice(0, 1);
	const sinceBefore = criterion.since === null ? [] : [dayBeside(criterion.since, -1)];
	return [.../* @__PURE__ */ new Set([
		pack.asOf,
		...others,
		...before,
		...sinceBefore
	])];
}
// src/engine/pack-order.ts
/** Kept, because every record asks for it. */
const orders = /* @__PURE__ */ new WeakMap();
/** Compares two gap names by their place in the pack: parameters, facts, `members`, rows, derived values. */
function packOrder({ pack }) {
	const order = orders.get(pack) ?? orderOf(pack);
	orders.set(pack, order);
	return order;
}
function orderOf(pack) {
	const parameters = [...pack.parameters.keys()];
	const facts = [...pack.facts.keys()];
	const memberFacts = [...pack.memberFacts?.keys() ?? []];
	const derived = [...pack.derived.keys()];
	const rank = (name) => {
		const [, row, fact] = /^members\[(\d+)\]\.(.+)$/.exec(name) ?? [];
		if (row !== void 0 && fact !== void 0) return [
			3,
			Number(row),
			memberFacts.indexOf(fact)
		];
		if (name === "members") return [
			2,
			0,
			0
		];
		if (facts.includes(name)) return [
			1,
			facts.indexOf(name),
			0
		];
		return derived.includes(name) ? [
			4,
			derived.indexOf(name),
			0
		] : [
			0,
			parameters.indexOf(name),
			0
		];
	};
	return (a, b) => compareRanks(rank(a), rank(b));
}
/** Compares two lists of numbers by the first that differs. */
function compareRanks(a, b) {
	for (const [index, value] of a.entries()) {
		const apart = value - (b[index] ?? 0);
		if (apart !== 0) return apart;
	}
	return 0;
}
// src/engine/gaps.ts
const NONE$1 = /* @__PURE__ */ new Map();
const single = (name, blocked, present) => /* @__PURE__ */ new Map([[name, {
	name,
	blocked,
	present
}]]);
const unionOfGaps = (sets) => {
	const union = /* @__PURE__ */ new Map();
	for (const set of sets) for (const [name, gap] of set) union.set(name, gap);
	return union;
};
/** The gaps that keep an expression open; none if it is closed. It closes if those that are not blocked are answered and the others are settled. */
function gapsOf(evaluation, e, bound = []) {
	if (isClosed(evaluate(evaluation, e, bound))) return NONE$1;
	switch (e.kind) {
		case "name":
		case "member": return gapsOfName(evaluation, e, bound);
		case "if": return gapsOfChoice(evaluation, e, bound);
		case "count":
		case "sum":
		case "every":
		case "some": return gapsOfRoster(evaluation, e, bound);
		default: return unionOfGaps(childrenOf(e).map((child) => gapsOf(evaluation, child, bound)));
	}
}
function gapsOfChoice(evaluation, e, bound) {
	const condition = truthOf(evaluation, e.condition, bound);
	if (condition !== "open") return gapsOf(evaluation, condition ? e.yes : e.no, bound);
	return unionOfGaps([
		e.condition,
		e.yes,
		e.no
	].map((part) => gapsOf(evaluation, part, bound)));
}
function gapsOfName(evaluation, e, bound) {
	const reference = evaluation.pack.tables.references[e.id];
	switch (reference?.kind) {
		case "fact": return gapsOfFact(evaluation, reference.name);
		case "derived": return gapsOfDerived(evaluation, reference.name);
		case "parameter": return single(reference.name, true, true);
		case "member": return gapsOfMember(evaluation, bound[reference.depth] ?? UNKNOWN_MEMBER, reference.name);
		case void 0: return NONE$1;
	}
}
/** The gap of a fact of the record; none if it is known. */
function gapsOfFact(evaluation, name) {
	if (isSizeInConflict(evaluation, name)) return single(name, true, true);
	return gapOfCell(name, evaluation.record.facts.get(name));
}
const gapOfCell = (name, fact) => fact?.kind === "known" ? NONE$1 : single(name, fact?.reason === "conflicting", fact !== void 0 && fact.reason !== "absent");
function gapsOfMember(evaluation, member, name) {
	const declaration = evaluation.pack.memberFacts?.get(name);
	if (declaration === void 0 || member.row === null) return NONE$1;
	const path = `members[${member.number}]`;
	if (memberValue(evaluation, member, name).conflicting) return single(`${path}.${name}`, true, true);
	const given = {
		gaps: gapOfCell(`${path}.${name}`, member.row.facts.get(name)),
		known: 0,
		isGiven: true
	};
	const since = declaration.completedYearsSince;
	if (since === null) return given.gaps;
	const date = member.row.facts.get(since);
	return bestSource(evaluation, [given, {
		gaps: gapsOfYears(evaluation, member, declaration, `${path}.${since}`),
		known: date?.kind === "known" ? 1 : 0,
		isGiven: false
	}]);
}
function gapsOfYears(evaluation, member, declaration, path) {
	if (yearsOf(evaluation, member, declaration) !== null) return NONE$1;
	const date = member.row?.facts.get(declaration.completedYearsSince ?? "");
	const gaps = gapOfCell(path, date);
	return evaluation.asOf === null ? unionOfGaps([gaps, gapOfDate(evaluation)]) : gaps;
}
/** The gap that an unreadable record date leaves. */
const gapOfDate = (evaluation) => single(evaluation.pack.record.date ?? "as_of", true, true);
/** The gaps of derived values that were found already: a value that is read twice would else double the work of each that builds on it. */
const derivedGaps = /* @__PURE__ */ new WeakMap();
/** The gaps of the easiest source of a derived value; the value itself if its sources conflict or are all rounded. */
function gapsOfDerived(evaluation, name) {
	const derived = evaluation.pack.derived.get(name);
	if (derived === void 0) return NONE$1;
	const found = derivedGaps.get(evaluation) ?? /* @__PURE__ */ new Map();
	derivedGaps.set(evaluation, found);
	const known = found.get(name);
	if (known !== void 0) return known;
	const candidates = deriveValue(evaluation, name).conflicting ? [] : candidateSources(evaluation, derived);
	const gaps = candidates.length === 0 ? single(name, true, true) : bestSource(evaluation, candidates);
	found.set(name, gaps);
	return gaps;
}
function candidateSources(evaluation, derived) {
	const candidates = [];
	for (const source of derived.sources) {
		if (source.kind === "rounded") continue;
		if (source.kind === "given") candidates.push({
			gaps: gapOfCell(derived.name, evaluation.record.facts.get(derived.name)),
			known: 0,
			isGiven: true
		});
		else candidates.push({
			gaps: gapsOf(evaluation, source.expression),
			known: knownCells(evaluation.pack, evaluation.record, source),
			isGiven: false
		});
	}
	return candidates;
}
/**
* The gaps of the best source. The order: sources without blocked gaps, then those whose columns are all in the file, then those with the
* fewest gaps, then those that a check took away, then those with the most known cells, then as listed, `given` last.
*/
function bestSource({ takenAway }, candidates) {
	const rank = ({ gaps, known, isGiven }) => {
		const all = [...gaps.values()];
		return [
			Number(all.some((gap) => gap.blocked)),
			Number(!all.every((gap) => gap.present)),
			all.length,
			Number(!all.some(({ name }) => takenAway.has(name))),
			-known,
			Number(isGiven)
		];
	};
	const ranked = candidates.map((candidate) => ({
		candidate,
		rank: rank(candidate)
	}));
	ranked.sort((a, b) => compareRanks(a.rank, b.rank));
	return ranked[0]?.candidate.gaps ?? NONE$1;
}
/** Gaps of a roster expression: those of the rows that keep it open, those of the roster itself, and those of a missing row. */
function gapsOfRoster(evaluation, e, bound) {
	const { roster, pack } = evaluation;
	const ofMissing = () => unionOfGaps(childrenOf(e).map((each) => gapsOf(evaluation, each, [...bound, UNKNOWN_MEMBER])));
	if (roster.kind === "gap") {
		const own = single("members", roster.reason === "conflicting", roster.reason !== "absent");
		return unionOfGaps([own, ofMissing()]);
	}
	const ofRows = rowsBound(evaluation, bound).map((inner) => gapsOfRow(evaluation, e, inner));
	if (roster.length === "right") return unionOfGaps(ofRows);
	const size = single(pack.record.size ?? "members", true, true);
	return unionOfGaps([
		...ofRows,
		size,
		roster.length === "short" ? ofMissing() : NONE$1
	]);
}
function gapsOfRow(evaluation, e, inner) {
	const isInIt = isIn(evaluation, e.of, inner);
	if (isInIt === false || isInIt === "open" && isSameWithout(evaluation, e, inner)) return NONE$1;
	const body = e.kind === "count" ? [] : [e.kind === "sum" ? e.each : e.satisfies];
	const open = isInIt === "open" ? [...e.of.where, ...body] : body;
	const ofPresence = isMember(evaluation, inner) === "open" ? [gapOfLength(evaluation)] : [];
	return unionOfGaps([...open.map((each) => gapsOf(evaluation, each, inner)), ...ofPresence]);
}
/** What says how many of the rows are members in which nothing stands: the size, else the members themselves. */
function gapOfLength(evaluation) {
	const { size } = evaluation.pack.record;
	const fact = evaluation.record.facts.get(size ?? "");
	if (size === null || fact === void 0) return single("members", false, true);
	const isBlocked = sizeWithoutRoster(evaluation)?.conflicting || isSizeInConflict(evaluation, size);
	if (fact.kind === "known") return isBlocked ? single(size, true, true) : single("members", false, true);
	return gapOfCell(size, fact);
}
/** True if a row changes nothing even if it is in the roster: it satisfies `every`, fails `some`, or adds 0 to the sum. */
function isSameWithout(evaluation, e, inner) {
	switch (e.kind) {
		case "count": return false;
		case "sum": return pointOf(rangeOf(evaluation, e.each, inner))?.eq(ZERO) ?? false;
		case "every": return truthOf(evaluation, e.satisfies, inner) === true;
		case "some": return truthOf(evaluation, e.satisfies, inner) === false;
	}
}
// src/engine/judge.ts
/** Says if the criterion applies on the as-of date at all; open if the record's date cannot be read. */
function isInTime(evaluation, criterion) {
	if (criterion.since === null) return true;
	return evaluation.asOf === null ? "open" : evaluation.asOf >= criterion.since;
}
/** Every verdict that a criterion can still take on a record. */
function judge(evaluation, criterion) {
	const inTime = isInTime(evaluation, criterion);
	if (inTime === false) return {
		met: false,
		unmet: false,
		notApplicable: true
	};
	const applies = criterion.appliesIf === null ? true : truthOf(evaluation, criterion.appliesIf);
	const met = applies === false ? "open" : truthOf(evaluation, criterion.met);
	return {
		met: applies !== false && canBe(met, true),
		unmet: applies !== false && canBe(met, false),
		notApplicable: inTime === "open" || applies !== true
	};
}
function verdictOf({ met, unmet, notApplicable }) {
	if (Number(met) + Number(unmet) + Number(notApplicable) > 1) return "unknown";
	return met ? "met" : unmet ? "unmet" : "not_applicable";
}
/** What keeps a criterion open. */
function gapsOfCriterion(evaluation, criterion) {
	const inTime = isInTime(evaluation, criterion);
	if (inTime === false) return /* @__PURE__ */ new Map();
	const applies = criterion.appliesIf === null ? true : truthOf(evaluation, criterion.appliesIf);
	return unionOfGaps([
		inTime === "open" ? gapOfDate(evaluation) : /* @__PURE__ */ new Map(),
		criterion.appliesIf !== null && applies === "open" ? gapsOf(evaluation, criterion.appliesIf) : /* @__PURE__ */ new Map(),
		applies === false ? /* @__PURE__ */ new Map() : gapsOf(evaluation, criterion.met)
	]);
}
// src/testing/changes/checks.ts
const takesAway = (check) => (check?.gap.length ?? 0) > 0;
// src/testing/prove/checks-as-criteria.ts
/** The checks of a pack that take facts away. Verdicts can depend on them. */
const takingChecks = (pack) => pack.checks.filter(takesAway);
/** A check as a criterion that is met if the check fires, so that candidates for it can be found like those for criteria. */
const asCriterion = ({ id, when, message }) => ({
	id: `check ${id}`,
	pillar: "",
	title: message,
	reason: message,
	met: when,
	appliesIf: null,
	since: null,
	advisory: false,
	citation: {
		source: "",
		evidence: "unverified",
		quote: null,
		note: null
	}
});
/** Ids of the criteria that read something that a check takes away. */
const criteriaReading = (pack, { gap }) => pack.criteria.filter((criterion) => {
	const read = factsReadBy(pack, expressionsOfCriterion(criterion));
	return gap.some((name) => read.has(name));
}).map(({ id }) => id);
// src/engine/possible-answers.ts
/** The declaration behind a gap's name, or `null` for `members` and for names that are not a column. */
function declarationOf(pack, gap) {
	const member = /^members\[\d+\]\.(.+)$/.exec(gap)?.[1];
	if (member !== void 0) return pack.memberFacts?.get(member) ?? null;
	return pack.facts.get(gap) ?? pack.derived.get(gap)?.declaration ?? null;
}
/** The record with an answer: one fact of the record, or of one row, has another value. */
function withAnswer(record, gap, value) {
	return withFact(record, gap, {
		kind: "known",
		value
	});
}
/** The record with one fact replaced. An unknown name leaves it as it is; a row of which something is known is a member. */
function withFact(record, gap, fact) {
	const [, row, member] = /^members\[(\d+)\]\.(.+)$/.exec(gap) ?? [];
	if (row === void 0 || member === void 0) return {
		...record,
		facts: new Map([...record.facts, [gap, fact]])
	};
	if (record.members?.kind !== "rows") return record;
	const { members } = record;
	const sure = members.rows.length;
	const all = everyRow(members).map((each, index) => index + 1 === Number(row) ? {
		...each,
		facts: new Map([...each.facts, [member, fact]])
	} : each);
	const isSaid = fact.kind === "known" ? Number(row) - 1 : -1;
	const rows = all.filter((_, index) => index < sure || index === isSaid);
	const maybe = all.filter((_, index) => index >= sure && index !== isSaid);
	return {
		...record,
		members: rosterOfRows(rows, maybe)
	};
}
// src/engine/taken-away.ts
const SUSPECT = {
	kind: "gap",
	reason: "suspect"
};
/**
* An evaluation of a record without what its checks take away. All checks see the record as it was read, so their order means nothing.
* What is unknown already keeps its reason.
*/
function createEvaluation(pack, record, asOf) {
	const asRead = evaluationOfRecord(pack, record, asOf);
	const takenAway = takenByChecks(asRead);
	if (takenAway.size === 0) return asRead;
	return {
		...evaluationOfRecord(pack, withoutTaken(record, takenAway), asOf),
		takenAway,
		asRead
	};
}
/** A size that something else contradicts does not say which rows are members. */
function evaluationOfRecord(pack, record, asOf) {
	const evaluation = evaluationAsIs(pack, record, asOf);
	const { roster } = evaluation;
	if (roster.kind === "gap" || roster.asRead.maybe === void 0) return evaluation;
	if (!sizeWithoutRoster(evaluation)?.conflicting) return evaluation;
	return {
		...evaluationAsIs(pack, record, asOf),
		roster: {
			...roster,
			isMember: isMemberAsRead(roster.asRead)
		}
	};
}
function takenByChecks(asRead) {
	const takenAway = /* @__PURE__ */ new Map();
	for (const check of asRead.pack.checks) {
		if (check.gap.length === 0 || truthOf(asRead, check.when) !== true) continue;
		for (const name of check.gap) for (const known of knownIn(asRead, check, name)) takenAway.set(known, [...takenAway.get(known) ?? [], check]);
	}
	return takenAway;
}
/** The known facts under a name that a check takes away: `members.age` of the members that satisfy the condition. */
function knownIn(asRead, check, name) {
	const { record } = asRead;
	if (name === "members") return record.members?.kind === "rows" ? [name] : [];
	const member = /^members\.(.+)$/.exec(name)?.[1];
	if (member === void 0) return isKnown(record.facts.get(name)) ? [name] : [];
	const { when } = check;
	if (when.kind !== "some") throw new Error(`a checked pack takes ${name} away by \`some\``);
	return rowsBound(asRead, []).flatMap((bound) => {
		const [one] = bound;
		return isIn(asRead, when.of, bound) === true && truthOf(asRead, when.satisfies, bound) === true && isKnown(one?.row?.facts.get(member)) ? [`members[${one?.number}].${member}`] : [];
	});
}
const isKnown = (fact) => fact?.kind === "known";
function withoutTaken(record, takenAway) {
	let judged = record;
	for (const name of takenAway.keys()) judged = name === "members" ? {
		...judged,
		members: SUSPECT
	} : withFact(judged, name, SUSPECT);
	return judged;
}
// src/engine/explain/turning-points.ts
/**
* The values of a number at which some comparison of the pack can turn, with one step below and above each, ascending. Between two probes
* the sides of a comparison are taken as straight lines; they turn where these lines cross.
*/
function turningValues(pack, record, asOf, gap) {
	const declaration = declarationOf(pack, gap);
	if (declaration === null) return [];
	const { range, step } = declaration;
	const probes = probesIn(range);
	const gauges = gaugesOf(pack);
	const found = /* @__PURE__ */ new Map();
	const note = (root) => {
		for (const value of [
			root.minus(step),
			root,
			root.plus(step)
		]) if (contains(range, value)) found.set(value.toFixed(), value);
	};
	note(ZERO);
	const judged = createEvaluation(pack, record, asOf);
	for (const base of judged.asRead === null ? [record] : [judged.record, record]) {
		const probed = probes.map((value) => {
			const evaluation = evaluationAsIs(pack, withAnswer(base, gap, value), asOf);
			return gauges.flatMap((gauge) => gauge(evaluation));
		});
		for (const [index, to] of probes.slice(1).entries()) {
			const from = probes[index] ?? ZERO;
			for (const [which, before] of (probed[index] ?? []).entries()) {
				const after = probed[index + 1]?.[which];
				if (after === void 0) continue;
				for (const root of crossings(before, after, from, to, step)) note(root);
			}
		}
	}
	return [...found.values()].sort((a, b) => a.cmp(b));
}
/** The probes: a few values across the range on both sides of 0, more than one so that slopes show. */
function probesIn({ lo, hi }) {
	const base = lo ?? (hi?.lt(ZERO) ? hi.minus(ONE) : ZERO);
	const values = [
		base,
		base.plus(ONE),
		base.plus(decimal(1000003))
	];
	if (lo === null) values.unshift(base.minus(ONE));
	return values.filter((value) => contains({
		lo,
		hi
	}, value)).concat(hi?.gt(base) ? [hi] : []).sort((a, b) => a.cmp(b));
}
function crossings(before, after, from, to, step) {
	const roots = [];
	for (const [a, b] of [[subtractRanges(before.left, before.right).lo, subtractRanges(after.left, after.right).lo], [subtractRanges(before.left, before.right).hi, subtractRanges(after.left, after.right).hi]]) {
		if (!a || !b || a.eq(b)) continue;
		const slope = b.minus(a);
		roots.push(from.plus(multipleOf(ZERO.minus(a).times(to.minus(from)), slope, step)));
	}
	return roots.map((root) => roundToStep(root, step));
}
/** `numerator / divisor` to the nearest multiple of the step; the divisor may be negative. */
function multipleOf(numerator, divisor, step) {
	const scaled = divisor.times(step);
	return decimal(numerator.div(scaled).toFixed(0)).times(step);
}
/**
* A gauge for every comparison that can matter to a criterion or to a check that takes facts away, and for every pair of sources of a
* derived value.
*/
function gaugesOf(pack) {
	const gauges = [];
	const visited = /* @__PURE__ */ new Set();
	const visit = (e, depth) => {
		for (const [left, right] of comparedIn(e)) {
			if (!isNumber(pack, left) && !isNumber(pack, right)) continue;
			for (const a of quantitiesOf(pack, left)) for (const b of quantitiesOf(pack, right)) gauges.push((evaluation) => measure(evaluation, a, b, depth));
		}
		const inner = isRosterForm(e) ? depth + 1 : depth;
		for (const child of childrenOf(e)) visit(child, inner);
		const reference = pack.tables.references[e.id];
		if (reference?.kind === "derived" && !visited.has(reference.name)) {
			visited.add(reference.name);
			const derived = pack.derived.get(reference.name);
			for (const source of derived?.sources ?? []) for (const each of expressionsOf(source)) visit(each, 0);
			if (derived !== void 0) gauges.push(...pairsOf(derived));
		}
	};
	if (pack.record.size !== null) gauges.push(sizeAndRows(pack.record.size));
	for (const criterion of pack.criteria) {
		visit(criterion.met, 0);
		if (criterion.appliesIf !== null) visit(criterion.appliesIf, 0);
	}
	for (const check of pack.checks) if (check.gap.length > 0) visit(check.when, 0);
	return gauges;
}
/** The given size and each number of members that the rows allow; they conflict unless it is one of them. */
const sizeAndRows = (size) => ({ record, roster }) => {
	const given = record.facts.get(size);
	if (roster.kind === "gap" || given?.kind !== "known" || typeof given.value !== "object") return [];
	const { lo, hi } = rowsAsRead(roster.asRead);
	const left = point(given.value);
	return Array.from({ length: Number(hi) - Number(lo) + 1 }, (_, more) => ({
		left,
		right: point(lo.plus(decimal(more)))
	}));
};
const isNumber = (pack, e) => pack.tables.units.get(e.id) !== void 0;
function comparedIn(e) {
	switch (e.kind) {
		case "comparison": return [[e.left, e.right]];
		case "between": return [[e.operand, e.low], [e.operand, e.high]];
		case "one-of": return e.items.map((item) => [e.operand, item]);
		default: return [];
	}
}
/** The expression itself and, if it is a derived value, each of its sources, because a value in conflict says nothing. */
function quantitiesOf(pack, e) {
	const reference = pack.tables.references[e.id];
	const derived = reference?.kind === "derived" ? pack.derived.get(reference.name) : void 0;
	return [(evaluation, bound) => rangeOf(evaluation, e, bound), ...derived ? sourcesOf(derived) : []];
}
const sourcesOf = (derived) => derived.sources.map((source) => (evaluation) => {
	const value = sourceValue(evaluation, derived, source);
	return value.kind === "number" ? value.range : ANYTHING;
});
/** The pairs of sources of a derived value, its declared range among them: they can stop agreeing. */
function pairsOf(derived) {
	const { declaration } = derived;
	if (declaration.unit === null) return [];
	const quantities = [() => declaration.range, ...sourcesOf(derived)];
	return quantities.flatMap((a, index) => quantities.slice(index + 1).map((b) => (evaluation) => measure(evaluation, a, b, 0)));
}
/** Both quantities, once for every row if they stand inside rosters. Without rows, they are those of a member without any known fact. */
function measure(evaluation, left, right, depth) {
	let bindings = [[]];
	for (let level = 0; level < depth; level++) bindings = bindings.flatMap((bound) => {
		const rows = rowsBound(evaluation, bound);
		return rows.length > 0 ? rows : [[...bound, UNKNOWN_MEMBER]];
	});
	return bindings.map((bound) => ({
		left: left(evaluation, bound),
		right: right(evaluation, bound)
	}));
}
// src/testing/prove/candidates.ts
const BLANK$2 = {
	kind: "gap",
	reason: "blank"
};
/** A record without any known fact, in a file with every column. */
function blankRecord(pack) {
	const columns = columnsOf(pack);
	return {
		id: "candidate",
		file: "candidate",
		line: 1,
		facts: new Map([...columns.keys()].map((name) => [name, BLANK$2])),
		members: pack.memberFacts && {
			kind: "gap",
			reason: "blank"
		},
		headers: /* @__PURE__ */ new Map()
	};
}
function assign(record, assignments) {
	let assigned = record;
	for (const each of assignments) if ("rows" in each) assigned = {
		...assigned,
		members: {
			kind: "rows",
			rows: each.rows
		}
	};
	else assigned = withFact(assigned, each.fact, {
		kind: "known",
		value: each.value
	});
	return assigned;
}
/** The facts to set so that expressions close: the own column of a derived value, else the facts of its easiest source. */
function factsToSet(pack, expressions) {
	const facts = /* @__PURE__ */ new Set();
	for (const read of expressions.flatMap((each) => readsOf(pack, each))) if (read === "members") facts.add("members");
	else if (read.kind === "fact") facts.add(read.name);
	else if (read.kind === "derived") for (const fact of factsOfDerived(pack, read.name)) facts.add(fact);
	return facts;
}
function factsOfDerived(pack, name) {
	const sources = pack.derived.get(name)?.sources ?? [];
	if (sources.some((source) => source.kind === "given")) return /* @__PURE__ */ new Set([name]);
	const ways = sources.map((source) => factsToSet(pack, expressionsOf(source)));
	return ways.find((way) => !way.has("members")) ?? ways[0] ?? /* @__PURE__ */ new Set();
}
/** The values to try for each of these facts on a date. Thresholds are worked out with the other facts at a few plain values. */
function variablesFor(pack, facts, asOf) {
	const names = [...facts];
	const columns = columnsOf(pack);
	const plain = names.flatMap((name) => {
		const declaration = columns.get(name);
		return declaration === void 0 ? [] : [{
			fact: name,
			values: plainValues(declaration).map((value) => ({
				fact: name,
				value
			}))
		}];
	});
	const bases = basesOf(pack, plain);
	return names.map((name) => {
		const declaration = columns.get(name);
		if (name === "members" || declaration === void 0) return {
			fact: "members",
			values: rostersOf(pack, asOf)
		};
		if (declaration.unit === null) return plain.find((each) => each.fact === name) ?? {
			fact: name,
			values: []
		};
		const turning = bases.flatMap((base) => turningValues(pack, base, asOf, name));
		return {
			fact: name,
			values: distinct([...plainNumbers(declaration.range), ...turning]).map((value) => ({
				fact: name,
				value
			}))
		};
	});
}
/** Records with every variable at its first plain value, and each in turn at its second. */
function basesOf(pack, plain) {
	const firsts = plain.flatMap((each) => each.values.slice(0, 1));
	const base = assign(blankRecord(pack), firsts);
	return [base, ...plain.flatMap((each) => each.values.slice(1, 2)).map((second) => assign(base, [second]))];
}
function plainValues(declaration) {
	switch (declaration.type) {
		case "yes_no": return [true, false];
		case "code": return declaration.codes.map((each) => each.code);
		case "date":
		case "text": return [];
		default: return plainNumbers(declaration.range);
	}
}
function plainNumbers(range) {
	const base = range.lo ?? (range.hi?.lt(ZERO) ? range.hi : ZERO);
	return [
		base,
		base.plus(ONE),
		base.plus(decimal(2))
	].filter((value) => contains(range, value));
}
function distinct(values) {
	return [...new Map(values.map((value) => [value.toFixed(), value])).values()].sort((a, b) => a.cmp(b));
}
/** Beyond this many rosters of one kind, every n-th is tried. */
const MOST_ROSTERS = 2e3;
/**
* Rosters of one member in every combination of what its facts may be; of as many like it as the pack asks for somewhere; and of these
* beside one other.
*/
function rostersOf(pack, asOf) {
	const rows = singlesOf(pack, asOf);
	const [one = 1, ...more] = countsAsked(pack, asOf);
	const alike = picked([rows.length, more.length], (row, count) => copies(rows[row], more[count]));
	const mixed = picked([
		rows.length,
		more.length,
		rows.length
	], (row, count, other) => row === other ? [] : [...copies(rows[row], more[count]), ...copies(rows[other], 1)]);
	return [
		...rows.map((row) => copies(row, one)),
		...alike,
		...mixed
	].flatMap((list) => list.length === 0 ? [] : [{
		fact: "members",
		rows: list
	}]);
}
const copies = (row, count = 0) => row === void 0 ? [] : Array.from({ length: count }, () => row);
/** What is made of every choice of an index below each size, or of every n-th choice if there are too many. */
function picked(sizes, make) {
	const total = sizes.reduce((product, size) => product * size, 1);
	const made = [];
	const stride = evenStride(Math.max(1, Math.ceil(total / MOST_ROSTERS)), sizes);
	for (let index = 0; index < total; index += stride) {
		let rest = index;
		made.push(make(...sizes.map((size) => {
			const at = rest % size;
			rest = Math.floor(rest / size);
			return at;
		})));
	}
	return made;
}
/** The smallest step, from `least` on, that has no divisor in common with any size, so that no value is always skipped. */
function evenStride(least, sizes) {
	if (least === 1) return 1;
	const isEven = (step) => sizes.every((size) => commonDivisor(step, size) === 1);
	let step = least;
	while (!isEven(step)) step += 1;
	return step;
}
const commonDivisor = (a, b) => b === 0 ? a : commonDivisor(b, a % b);
/** No household of a candidate has more members. */
const MOST_MEMBERS = 40;
/** How many members a candidate has: one, and around each number of persons that a parameter says. */
function countsAsked({ parameters }, asOf) {
	const counts = /* @__PURE__ */ new Set([1]);
	for (const parameter of parameters.values()) {
		if (unitText(parameter.unit) !== "person") continue;
		const value = valueInForce(parameter, asOf)?.value.toNumber() ?? 1;
		for (const count of [
			value - 1,
			value,
			value + 1
		]) if (Number.isInteger(count) && count > 1 && count <= MOST_MEMBERS) counts.add(count);
	}
	return [...counts].sort((a, b) => a - b);
}
function singlesOf(pack, asOf) {
	const facts = [...pack.memberFacts?.values() ?? []].filter((fact) => fact.type !== "text" && fact.type !== "date" && !fact.personal);
	const one = {
		facts: new Map(facts.map((fact) => [fact.name, BLANK$2])),
		line: null
	};
	let rows = [one];
	for (const fact of facts) {
		const base = {
			...blankRecord(pack),
			members: {
				kind: "rows",
				rows: [one]
			}
		};
		const values = fact.unit === null ? plainValues(fact) : distinct([...plainNumbers(fact.range), ...turningValues(pack, base, asOf, `members[1].${fact.name}`)]);
		rows = rows.flatMap((row) => values.map((value) => ({
			...row,
			facts: new Map([...row.facts, [fact.name, {
				kind: "known",
				value
			}]])
		})));
	}
	return rows;
}
// src/testing/prove/combinations.ts
/** Beyond this many records in one group of criteria, every n-th is tried. */
const MOST_RECORDS = 3e4;
/** With more combinations than this, only two groups at a time are combined. */
const MOST_COMBINATIONS = 6e4;
/** The combinations of verdicts that candidate records have, on every date on which something changes. Each has its first witness. */
function combinationsOf(pack) {
	const found = /* @__PURE__ */ new Map();
	let tried = 0;
	for (const asOf of datesOf(pack)) {
		const parts = groupsOf(pack).map((group) => partsOf(pack, asOf, group));
		for (const each of parts) tried += each.tried;
		for (const each of combinationsOn(pack, asOf, parts.map((part) => part.found))) {
			const key = JSON.stringify([each.code, [...each.unmet].sort()]);
			if (!found.has(key)) found.set(key, each);
		}
	}
	return {
		combinations: [...found.values()],
		tried
	};
}
/** The pack's own date first, then every date on which a parameter or a criterion takes effect. */
function datesOf(pack) {
	const dates = /* @__PURE__ */ new Set();
	for (const parameter of pack.parameters.values()) for (const { from } of parameter.values) dates.add(from);
	for (const { since } of pack.criteria) if (since !== null) dates.add(since);
	const others = [...dates].filter((date) => date !== pack.asOf).sort();
	return pack.asOf === null ? others.length > 0 ? others : [null] : [pack.asOf, ...others];
}
function combinationsOn(pack, asOf, parts) {
	const { by } = pack.decisions;
	const combinations = (parts.reduce((product, part) => product * part.length, 1) <= MOST_COMBINATIONS ? [parts] : pairsAmong(parts)).flatMap((each) => joined(each, asOf));
	return by === null ? combinations : combinations.filter((each) => each.code !== "");
}
/** Every choice of one part from each group. */
function joined(parts, asOf) {
	let combinations = [{
		asOf,
		code: "",
		unmet: /* @__PURE__ */ new Set(),
		witness: []
	}];
	for (const part of parts) combinations = combinations.flatMap((combination) => part.map((each) => ({
		asOf,
		code: each.code ?? combination.code,
		unmet: /* @__PURE__ */ new Set([...combination.unmet, ...each.unmet]),
		witness: [...combination.witness, ...each.witness]
	})));
	return combinations;
}
/**
* For every two groups all their parts, while every other group has as few unmet criteria as possible. Groups that choose the table are
* not held.
*/
function pairsAmong(parts) {
	const sound = parts.map((part) => {
		const choosing = part.some(({ code }) => code !== null);
		const least = Math.min(...part.map(({ unmet }) => unmet.length));
		return choosing ? part : part.filter(({ unmet }) => unmet.length === least).slice(0, 1);
	});
	return parts.flatMap((_, first) => parts.slice(first + 1).map((_, offset) => {
		const second = first + 1 + offset;
		return parts.map((part, index) => index === first || index === second ? part : sound[index] ?? part);
	}));
}
/** The groups of criteria that share facts; the selector's fact is in a group too. */
function groupsOf(pack) {
	const { by } = pack.decisions;
	let groups = by === null ? [] : [{
		facts: /* @__PURE__ */ new Set([by]),
		reads: /* @__PURE__ */ new Set([by]),
		criteria: /* @__PURE__ */ new Set()
	}];
	for (const criterion of pack.criteria) {
		if (criterion.advisory) continue;
		const expressions = expressionsOfCriterion(criterion);
		const facts = factsToSet(pack, expressions);
		const others = [...factsReadBy(pack, expressions)].filter((name) => !name.startsWith("members"));
		const reads = [...facts, ...others];
		const shared = groups.filter((group) => reads.some((name) => group.reads.has(name)));
		const merged = {
			facts: /* @__PURE__ */ new Set([...shared.flatMap((group) => [...group.facts]), ...facts]),
			reads: /* @__PURE__ */ new Set([...shared.flatMap((group) => [...group.reads]), ...reads]),
			criteria: /* @__PURE__ */ new Set([...shared.flatMap((group) => [...group.criteria]), criterion.id])
		};
		groups = [...groups.filter((group) => !shared.includes(group)), merged];
	}
	return groups;
}
function partsOf(pack, asOf, group) {
	const variables = variablesFor(pack, group.facts, asOf);
	const criteria = pack.criteria.filter((each) => group.criteria.has(each.id));
	const { by } = pack.decisions;
	const blank = blankRecord(pack);
	const parts = /* @__PURE__ */ new Map();
	let tried = 0;
	for (const witness of products$1(variables)) {
		tried += 1;
		const evaluation = createEvaluation(pack, assign(blank, witness), asOf);
		const verdicts = criteria.map((criterion) => [criterion.id, verdictOf(judge(evaluation, criterion))]);
		if (verdicts.some(([, verdict]) => verdict === "unknown")) continue;
		const unmet = verdicts.flatMap(([id, verdict]) => verdict === "unmet" ? [id] : []);
		const chosen = witness.find((each) => each.fact === by);
		const code = chosen !== void 0 && "value" in chosen ? String(chosen.value) : null;
		const key = JSON.stringify([code, unmet]);
		if (!parts.has(key)) parts.set(key, {
			code,
			unmet,
			witness
		});
	}
	return {
		found: [...parts.values()],
		tried
	};
}
/** Every choice of one value for each variable, or every n-th if there are too many. */
function* products$1(variables) {
	const sizes = variables.map((variable) => variable.values.length);
	const total = sizes.reduce((product, size) => product * size, 1);
	const stride = evenStride(Math.max(1, Math.ceil(total / MOST_RECORDS)), sizes);
	for (let index = 0; index < total; index += stride) {
		let rest = index;
		yield variables.map((variable, position) => {
			const size = sizes[position] ?? 1;
			const value = variable.values[rest % size];
			rest = Math.floor(rest / size);
			if (value === void 0) throw new Error("an index below the product of sizes picks a value");
			return value;
		});
	}
}
// src/testing/coverage/rosters.ts
const BLANK$1 = {
	kind: "gap",
	reason: "blank"
};
/** A gap that a candidate row sets, unlike the facts that nobody asks for. */
const OPEN_FACT = {
	kind: "gap",
	reason: "blank"
};
/**
* Rosters of one member in every combination of the facts that are read, with gaps. Then each of these members beside another one, because
* some rules judge a member only beside others. Last, no roster.
*/
function rostersFor(pack, read, asOf) {
	const facts = [...pack.memberFacts?.values() ?? []].filter((fact) => read.has(fact.name) && fact.type !== "text" && fact.type !== "date");
	const blank = memberBeside(pack, read, "1");
	let rows = [blank];
	let others = [memberBeside(pack, read, "2")];
	for (const fact of facts) {
		const values = memberValues(pack, blank, fact, asOf).map((value) => ({
			kind: "known",
			value
		}));
		const plain = fact.unit === null ? values.slice(0, 1) : values;
		rows = rows.flatMap((row) => [...values, OPEN_FACT].map((each) => withMemberFact(row, fact.name, each)));
		others = others.flatMap((row) => plain.map((each) => withMemberFact(row, fact.name, each)));
	}
	const pairs = others.flatMap((other) => rows.map((row) => [other, row]));
	const stride = Math.ceil(pairs.length / MOST_PAIRS);
	return [
		...rows.map((row) => [row]),
		...pairs.filter((_, index) => index % stride === 0),
		null
	];
}
/** Beyond this many pairs of members, every n-th is tried. */
const MOST_PAIRS = 1e4;
const withMemberFact = (row, name, fact) => ({
	...row,
	facts: new Map([...row.facts, [name, fact]])
});
/** A member with no known fact among those that are read. One other fact is known, because a row without any known fact is not a member. */
function memberBeside(pack, read, id) {
	const declarations = [...pack.memberFacts?.values() ?? []];
	const facts = new Map(declarations.map(({ name }) => [name, BLANK$1]));
	const beside = declarations.find((fact) => !read.has(fact.name) && fact.type === "yes_no");
	const other = declarations.find((fact) => !read.has(fact.name) && fact.type === "text" && !fact.personal);
	if (other !== void 0) facts.set(other.name, {
		kind: "known",
		value: id
	});
	else if (beside !== void 0) facts.set(beside.name, {
		kind: "known",
		value: true
	});
	else {
		const number = declarations.find((fact) => !read.has(fact.name) && fact.unit !== null);
		if (number !== void 0) facts.set(number.name, {
			kind: "known",
			value: number.range.lo ?? ZERO
		});
	}
	return {
		facts,
		line: null
	};
}
function memberValues(pack, blank, fact, asOf) {
	if (fact.type === "yes_no") return [true, false];
	if (fact.type === "code") return fact.codes.map(({ code }) => code);
	return turningValues(pack, {
		...blankRecord(pack),
		members: {
			kind: "rows",
			rows: [blank]
		}
	}, asOf, `members[1].${fact.name}`);
}
// src/testing/coverage/candidates.ts
const BLANK = {
	kind: "gap",
	reason: "blank"
};
function candidateOf(pack, asOf, chosen) {
	let record = blankRecord(pack);
	for (const each of chosen) if ("rows" in each) {
		if (each.rows !== null) record = {
			...record,
			members: {
				kind: "rows",
				rows: each.rows
			}
		};
	} else {
		const { fact, value } = each;
		record = withFact(record, fact, value === null ? BLANK : {
			kind: "known",
			value
		});
	}
	return {
		asOf,
		chosen,
		record
	};
}
/** Beyond this many candidates on one date, every n-th is tried. */
const MOST = 2e4;
/**
* Candidate records for a criterion on dates: thresholds of these packs with their neighbours, codes, yes and no, and gaps. They set only
* the facts along the way. On each date those without a gap come first.
*/
function* candidatesFor(packs, way, dates) {
	const [pack] = packs;
	const facts = factsAlong(pack, way);
	for (const asOf of dates) for (const isOpen of [false, true]) {
		const choices = [...facts].map((fact) => choicesFor(packs, way, fact, facts, asOf));
		for (const chosen of products(choices)) if (chosen.some((each) => "rows" in each ? isOpenRoster(each.rows) : each.value === null) === isOpen) yield candidateOf(pack, asOf, chosen);
	}
}
const isOpenRoster = (rows) => rows === null || rows.some((row) => [...row.facts.values()].some((fact) => fact === OPEN_FACT));
/** The facts to set for a way: those of the source that it leads through, else those of the easiest source. */
function factsAlong(pack, { criterion, through }) {
	const facts = /* @__PURE__ */ new Set();
	const visited = /* @__PURE__ */ new Set();
	const follow = (expressions) => {
		for (const read of expressions.flatMap((each) => readsOf(pack, each))) if (read === "members") facts.add("members");
		else if (read.kind === "fact") facts.add(read.name);
		else if (read.kind === "derived" && !visited.has(read.name)) {
			visited.add(read.name);
			const way = wayOfDerived(pack, read.name, through);
			if (way === "given") facts.add(read.name);
			else follow(way);
		}
	};
	follow(expressionsOfCriterion(criterion));
	return facts;
}
function wayOfDerived(pack, name, through) {
	const sources = pack.derived.get(name)?.sources ?? [];
	const forced = through?.derived === name ? sources[through.source] : sources.find((source) => expressionsOf(source).some((e) => through !== null && dependsOn(pack, e, "derived", through.derived)));
	if (forced !== void 0) return expressionsOf(forced);
	if (sources.some(({ kind }) => kind === "given")) return "given";
	const isOverRoster = through !== null && goesOverRoster(pack, sourceOf(pack, through));
	const easy = sources.find((source) => goesOverRoster(pack, source) === isOverRoster) ?? sources[0];
	return easy === void 0 ? [] : expressionsOf(easy);
}
const sourceOf = (pack, { derived, source }) => pack.derived.get(derived)?.sources[source];
const goesOverRoster = (pack, source) => source !== void 0 && expressionsOf(source).some((e) => readsOf(pack, e).includes("members"));
const choicesKept = /* @__PURE__ */ new WeakMap();
function choicesFor(packs, way, fact, facts, asOf) {
	const found = /* @__PURE__ */ new Map();
	const others = [...facts].filter((name) => name !== "members").sort();
	for (const pack of packs) {
		const choices = fact === "members" ? keptChoices(pack, [
			"members",
			way.criterion.id,
			way.through,
			asOf
		], () => rosterChoices(pack, way, asOf)) : keptChoices(pack, [others, asOf], () => knownChoices(pack, others, asOf)).filter((each) => each.fact === fact);
		for (const each of choices) found.set(keyOf(each), each);
	}
	const open = fact === "members" ? [] : [{
		fact,
		value: null
	}];
	return [...found.values(), ...open];
}
function keptChoices(pack, key, work) {
	const kept = choicesKept.get(pack) ?? /* @__PURE__ */ new Map();
	choicesKept.set(pack, kept);
	const text = JSON.stringify(key);
	const choices = kept.get(text) ?? work();
	kept.set(text, choices);
	return choices;
}
const knownChoices = (pack, facts, asOf) => variablesFor(pack, facts, asOf).flatMap((variable) => variable.values.flatMap((each) => "rows" in each ? [] : [each]));
const textOf = (value) => value === null ? "" : typeof value === "object" ? value.toFixed() : String(value);
function keyOf(choice) {
	if (!("rows" in choice)) return textOf(choice.value);
	const rows = choice.rows?.map((row) => [...row.facts].map(([name, fact]) => [name, fact.kind === "known" ? textOf(fact.value) : null]));
	return JSON.stringify(rows ?? null);
}
const rosterChoices = (pack, way, asOf) => rostersFor(pack, memberFactsRead(pack, way), asOf).map((rows) => ({
	fact: "members",
	rows
}));
function memberFactsRead(pack, { criterion, through }) {
	const names = /* @__PURE__ */ new Set();
	const visited = /* @__PURE__ */ new Set();
	const follow = (expressions) => {
		for (const read of expressions.flatMap((each) => readsOf(pack, each))) {
			if (read === "members") continue;
			if (read.kind === "member") names.add(read.name);
			if (read.kind !== "derived" || visited.has(read.name)) continue;
			visited.add(read.name);
			const way = wayOfDerived(pack, read.name, through);
			if (way !== "given") follow(way);
		}
	};
	follow(expressionsOfCriterion(criterion));
	for (const { when, gap } of takingChecks(pack)) if (gap.some((name) => name.startsWith("members.") && names.has(name.slice(8)))) follow([when]);
	return names;
}
/** Every choice for each fact, or every n-th where there are too many. */
function* products(choices) {
	const total = choices.reduce((product, each) => product * each.length, 1);
	const stride = Math.max(1, Math.ceil(total / MOST));
	for (let index = 0; index < total; index += stride) {
		let rest = index;
		yield choices.flatMap((each) => {
			const choice = each[rest % each.length];
			rest = Math.floor(rest / each.length);
			return choice === void 0 ? [] : [choice];
		});
	}
}
const combinationsKept = /* @__PURE__ */ new WeakMap();
/** The combinations of verdicts of a pack, worked out once. */
function combinationsIn(pack) {
	const kept = combinationsKept.get(pack) ?? combinationsOf(pack).combinations;
	combinationsKept.set(pack, kept);
	return kept;
}
// src/testing/coverage/items.ts
const spanPlace = (pack, span) => textPlace(pack.tables.source, span ?? {
	start: 0,
	end: 1
});
const declarationPlace = (pack, path) => spanPlace(pack, pack.tables.places.get(path));
/** The place of a dated value: its date, after the place of its parameter. */
const valuePlace = (pack, name, from) => placeOfText(pack, `parameters.${name}`, from);
/** The first place of a text after the place of a declaration. */
function placeOfText(pack, path, text) {
	const { source, places } = pack.tables;
	const start = places.get(path)?.start ?? 0;
	const found = source.text.indexOf(text, start);
	return spanPlace(pack, found < 0 ? places.get(path) : {
		start: found,
		end: found + text.length
	});
}
// src/testing/mutation/expressions.ts
const OTHER = {
	"<": "<=",
	"<=": "<",
	">": ">=",
	">=": ">",
	"=": "!=",
	"!=": "="
};
/** Every mutant of an expression. Untouched parts are shared with the original, and a new part keeps the id of the old one. */
function* mutantsOfExpression(pack, e) {
	yield* mutantsOfNode(pack, e);
	for (const { child, put } of placesIn(e)) for (const mutant of mutantsOfExpression(pack, child)) yield {
		...mutant,
		expression: put(mutant.expression)
	};
}
function* mutantsOfNode(pack, e) {
	switch (e.kind) {
		case "comparison": return yield* comparisonMutants(pack, e);
		case "between": return yield* rangeMutants(pack, e);
		case "and":
		case "or": return yield* connectiveMutants(e);
		case "count":
		case "sum":
		case "every":
		case "some": return yield* filterMutants(e);
	}
}
function* comparisonMutants(pack, e) {
	const operator = OTHER[e.operator];
	const words = `\`${e.operator}\` were \`${operator}\``;
	yield mutant(e, "comparison", operator, words, {
		...e,
		operator
	});
	yield* literals(pack, e, e.left, "left", (left) => ({
		...e,
		left
	}));
	yield* literals(pack, e, e.right, "right", (right) => ({
		...e,
		right
	}));
}
function* rangeMutants(pack, e) {
	const lowIncluded = !e.lowIncluded;
	const highIncluded = !e.highIncluded;
	const low = lowIncluded ? "`(` were `[`" : "`[` were `(`";
	const high = highIncluded ? "`)` were `]`" : "`]` were `)`";
	yield mutant(e, "range-end", "low", low, {
		...e,
		lowIncluded
	});
	yield mutant(e, "range-end", "high", high, {
		...e,
		highIncluded
	});
	yield* literals(pack, e, e.low, "low", (each) => ({
		...e,
		low: each
	}));
	yield* literals(pack, e, e.high, "high", (each) => ({
		...e,
		high: each
	}));
}
function* connectiveMutants(e) {
	const kind = e.kind === "and" ? "or" : "and";
	yield mutant(e, "swapped-connective", kind, `\`${e.kind}\` were \`${kind}\``, {
		...e,
		kind
	});
	yield mutant(e, "dropped-part", "left", `what stands before \`${e.kind}\` were dropped`, e.right);
	yield mutant(e, "dropped-part", "right", `what stands after \`${e.kind}\` were dropped`, e.left);
}
function* filterMutants(e) {
	for (const [index, condition] of e.of.where.entries()) {
		const where = e.of.where.toSpliced(index, 1);
		const words = `\`[${printExpression(condition)}]\` were dropped`;
		yield mutant(e, "dropped-part", `filter ${index}`, words, {
			...e,
			of: {
				...e.of,
				where
			}
		});
	}
}
const mutant = ({ id }, kind, what, words, expression) => ({
	kind,
	node: id,
	what,
	words,
	expression
});
/** A number written beside a comparison, one step either way. */
function* literals(pack, e, side, name, put) {
	if (side.kind !== "number") return;
	const step = stepOf(pack, [e], side.value);
	for (const value of [side.value.minus(step), side.value.plus(step)]) yield {
		kind: "threshold",
		node: side.id,
		what: `${name} ${digits(value)}`,
		words: `\`${digits(side.value)}\` were \`${digits(value)}\``,
		expression: put({
			...side,
			value
		})
	};
}
/** The step for a number: the smallest step of the facts read here, or the last place of the number if that is smaller. */
function stepOf(pack, expressions, value) {
	const steps = [...factsReadBy(pack, expressions)].flatMap((name) => {
		const member = /^members\.(.+)$/.exec(name)?.[1];
		const fact = member === void 0 ? pack.facts.get(name) ?? pack.derived.get(name)?.declaration : pack.memberFacts?.get(member);
		return fact === void 0 || fact.unit === null ? [] : [fact.step];
	});
	const places = placesOf(decimal(digits(value)));
	const last = places === 0 ? ONE : decimal(`0.${"0".repeat(places - 1)}1`);
	return steps.reduce((least, step) => step.lt(least) ? step : least, last);
}
/** The parts of an expression, each with a way to put another part in its place. */
function placesIn(e) {
	switch (e.kind) {
		case "number":
		case "text":
		case "name":
		case "member": return [];
		case "negate":
		case "not": return placesAt(e, "operand");
		case "and":
		case "or":
		case "arithmetic":
		case "comparison": return placesAt(e, "left", "right");
		case "between": return placesAt(e, "operand", "low", "high");
		case "one-of": return [...placesAt(e, "operand"), ...placesInList(e.items, (items) => ({
			...e,
			items
		}))];
		case "if": return placesAt(e, "condition", "yes", "no");
		case "min":
		case "max": return placesInList(e.items, (items) => ({
			...e,
			items
		}));
		case "count": return filterPlaces(e);
		case "sum": return [...filterPlaces(e), ...placesAt(e, "each")];
		case "every":
		case "some": return [...filterPlaces(e), ...placesAt(e, "satisfies")];
	}
}
/** The parts under these keys. */
const placesAt = (e, ...keys) => keys.map((key) => ({
	child: e[key],
	put: (child) => ({
		...e,
		[key]: child
	})
}));
const placesInList = (items, put) => items.map((child, index) => ({
	child,
	put: (each) => put(items.with(index, each))
}));
const filterPlaces = (e) => placesInList(e.of.where, (where) => ({
	...e,
	of: {
		...e.of,
		where
	}
}));
// src/testing/mutation/checks.ts
/** Mutants of a check that takes facts away. A check that only warns has none, because it decides nothing. */
function checkMutants(pack, check) {
	const { id, when, gap } = check;
	const touched = {
		kind: "check",
		id
	};
	const withCheck = (pick) => ({
		...pack,
		checks: pack.checks.map((each) => each === check ? {
			...check,
			...pick
		} : each)
	});
	const expressions = [...mutantsOfExpression(pack, when)].map((found) => ({
		id: `${found.kind}.${found.node}.${found.what}`,
		kind: found.kind,
		place: spanPlace(pack, pack.tables.spans.get(found.node)),
		words: found.words,
		touched,
		pack: withCheck({ when: found.expression })
	}));
	const gaps = gap.map((name) => ({
		id: `dropped-gap.${id}.${name}`,
		kind: "dropped-gap",
		place: declarationPlace(pack, `checks.${id}`),
		words: `\`${name}\` were not under \`gap\``,
		touched,
		pack: withCheck({ gap: gap.filter((each) => each !== name) })
	}));
	return [...expressions, ...gaps];
}
// src/testing/mutation/mutants.ts
/** Every mutant of a pack, in the order of its file. The mutants share all other parts with the pack, which stays as it is. */
function mutantsOf(pack) {
	return [
		...expressionMutants(pack),
		...[...pack.parameters.values()].flatMap((parameter) => parameterMutants(pack, parameter)),
		...pack.criteria.flatMap((criterion) => sinceMutants(pack, criterion)),
		...[...pack.decisions.tables].flatMap(([code, rows]) => tableMutants(pack, code, rows)),
		...takingChecks(pack).flatMap((check) => checkMutants(pack, check))
	].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}
function expressionMutants(pack) {
	return rootsOf(pack).flatMap(({ expression, criterion, through }) => [...mutantsOfExpression(pack, expression)].flatMap((found) => {
		const common = {
			id: `${found.kind}.${found.node}.${found.what}`,
			kind: found.kind,
			place: spanPlace(pack, pack.tables.spans.get(found.node)),
			words: found.words
		};
		if (criterion !== null) return [{
			...common,
			touched: {
				kind: "criterion",
				id: criterion.id
			},
			pack: withCriterion(pack, criterion, inCriterion(criterion, expression, found.expression))
		}];
		return through === null ? [] : [{
			...common,
			touched: {
				kind: "derived",
				through
			},
			pack: withSource(pack, through, expression, found.expression)
		}];
	}));
}
const inCriterion = (criterion, from, to) => criterion.met === from ? {
	...criterion,
	met: to
} : {
	...criterion,
	appliesIf: to
};
const withCriterion = (pack, from, to) => ({
	...pack,
	criteria: pack.criteria.map((each) => each === from ? to : each)
});
function withSource(pack, through, from, to) {
	const derived = pack.derived.get(through.derived);
	if (derived === void 0) return pack;
	const sources = derived.sources.map((source, index) => index === through.source ? inSource(source, from, to) : source);
	return {
		...pack,
		derived: new Map([...pack.derived, [derived.name, {
			...derived,
			sources
		}]])
	};
}
function inSource(source, from, to) {
	switch (source.kind) {
		case "given": return source;
		case "expression": return {
			...source,
			expression: to
		};
		case "rounded": return source.of === from ? {
			...source,
			of: to
		} : {
			...source,
			within: to
		};
	}
}
function parameterMutants(pack, parameter) {
	const { name, values } = parameter;
	const compared = parameterTestsOf(pack).map(({ node }) => node).filter((node) => readsParameter(pack, node, name));
	return values.flatMap((value, index) => {
		const mutant = (kind, text, what, words, to) => ({
			id: `${kind}.${name}.${value.from}.${what}`,
			kind,
			place: placeInValue(pack, parameter, value, text),
			words,
			touched: {
				kind: "parameter",
				name
			},
			pack: {
				...pack,
				parameters: new Map([...pack.parameters, [name, {
					...parameter,
					values: values.with(index, to)
				}]])
			}
		});
		const step = stepOf(pack, compared, value.value);
		const thresholds = [value.value.minus(step), value.value.plus(step)].filter((each) => contains(parameter.range, each)).map((each) => mutant("threshold", "value:", digits(each), `\`${digits(value.value)}\` were \`${digits(each)}\``, {
			...value,
			value: each
		}));
		return [...daysBeside(value.from).filter((from) => isFree(values, index, from)).map((from) => mutant("effective-date", value.from, from, `\`${value.from}\` were \`${from}\``, {
			...value,
			from
		})), ...thresholds];
	});
}
const daysBeside = (date) => [-1, 1].flatMap((days) => dayBeside(date, days) ?? []);
/** True if a value can begin on a date and stay between its neighbours. */
const isFree = (values, index, from) => {
	const [before, own, after] = [
		values[index - 1],
		values[index],
		values[index + 1]
	];
	return (before === void 0 || before.from < from) && (after === void 0 || from < after.from) && (own?.to == null || from <= own.to);
};
function readsParameter(pack, e, name) {
	const { references } = pack.tables;
	return [...subexpressionsOf(e)].some(({ part }) => {
		const reference = references[part.id];
		return reference?.kind === "parameter" && reference.name === name;
	});
}
/** The place of a value's date, or of its figure if `text` is the key before it. */
function placeInValue(pack, parameter, value, text) {
	const date = valuePlace(pack, parameter.name, value.from);
	if (text === value.from) return date;
	const { source, places } = pack.tables;
	const start = source.text.indexOf(value.from, places.get(`parameters.${parameter.name}`)?.start ?? 0);
	const found = start < 0 ? -1 : source.text.indexOf(text, start);
	if (found < 0) return date;
	const figure = found + text.length + 1;
	return spanPlace(pack, {
		start: figure,
		end: figure + digits(value.value).length
	});
}
function sinceMutants(pack, criterion) {
	const { id, since } = criterion;
	if (since === null) return [];
	return daysBeside(since).map((date) => ({
		id: `effective-date.${id}.${date}`,
		kind: "effective-date",
		place: placeOfText(pack, `criteria.${id}`, since),
		words: `\`${since}\` were \`${date}\``,
		touched: {
			kind: "criterion",
			id
		},
		pack: withCriterion(pack, criterion, {
			...criterion,
			since: date
		})
	}));
}
function tableMutants(pack, code, rows) {
	const table = code === "" ? "table" : code;
	const withRows = (changed) => ({
		...pack,
		decisions: {
			...pack.decisions,
			tables: new Map([...pack.decisions.tables, [code, changed]])
		}
	});
	return rows.flatMap((row, index) => {
		const mutant = (kind, what, words, changed) => ({
			id: `${kind}.${table}.${index}.${what}`,
			kind,
			place: declarationPlace(pack, `decisions.${table}.${index}`),
			words,
			touched: {
				kind: "table",
				code
			},
			pack: withRows(changed)
		});
		const { when } = row;
		const dropped = when.kind === "otherwise" ? [] : when.criteria.map((id) => {
			const criteria = when.criteria.filter((each) => each !== id);
			const words = `\`${id}\` were not in the list`;
			return mutant("dropped-criterion", id, words, rows.with(index, {
				...row,
				when: {
					...when,
					criteria
				}
			}));
		});
		const next = rows[index + 1];
		if (next === void 0 || next.then === row.then) return dropped;
		const swapped = rows.with(index, {
			...row,
			then: next.then
		}).with(index + 1, {
			...next,
			then: row.then
		});
		const words = `\`${row.then}\` and \`${next.then}\` of the next row were swapped`;
		return [...dropped, mutant("swapped-outcomes", next.then, words, swapped)];
	});
}
// src/engine/sentences.ts
/** A value for a sentence: `3`, `3 or more`, `yes`, `open`, `B or C`. */
function valueInWords(value) {
	switch (value.kind) {
		case "number": return describeRange(value.range);
		case "truth": return value.truth === "open" ? "open" : value.truth ? "yes" : "no";
		case "code": return value.codes.join(" or ");
	}
}
// src/engine/checks.ts
/** Conflicts of a record, then the checks that fire. They do not depend on the decision. */
const recordDiagnostics = (evaluation) => [
	...openMembers(evaluation),
	...conflictsOf(evaluation),
	...checksThatFire(evaluation)
];
/** Rows in which nothing stands, where no size says whether they are members. */
function openMembers({ record, roster, pack }) {
	const open = roster.kind === "gap" ? [] : roster.rows.filter((_, index) => roster.isMember[index] === "open");
	const [first] = open;
	if (roster.kind === "gap" || first === void 0) return [];
	const [rows, they] = open.length === 1 ? ["1 row", "it"] : [`${open.length} rows`, "they"];
	const { size } = pack.record;
	const asked = size !== null && record.facts.get(size)?.kind === "gap" ? `give \`${size}\`, or fill` : "fill";
	return [{
		code: "blank-member",
		severity: "warning",
		message: `it has ${describeRange(countedRows(roster.isMember))} members: ${rows} of the roster ${open.length === 1 ? "says" : "say"} nothing of a person`,
		why: "a row with nothing but keys, 0 or no may be a member or an empty place, so both are possible",
		help: `${asked} ${they === "it" ? "the row in, or take it" : "the rows in, or take them"} away`,
		at: {
			...memberPlace(record, first, null),
			field: record.headers.get("members") ?? "members"
		}
	}];
}
/** A warning for every value whose sources have nothing in common, with what each of them says. */
function conflictsOf(evaluation) {
	const ofSize = sizeConflicts(evaluation);
	return [
		...ofSize,
		...derivedConflicts(evaluation, ofSize.length),
		...ageConflicts(evaluation)
	];
}
const conflict = ({ file, line }, field, message) => ({
	code: "conflict",
	severity: "warning",
	message,
	why: "the value counts as unknown, because one of the two must be wrong",
	help: "find out which is right and correct the other",
	at: {
		file,
		line,
		field
	}
});
/** A size given that is not the number of rows. */
function sizeConflicts({ pack, record, roster }) {
	const { size } = pack.record;
	if (size === null || roster.kind === "gap" || roster.length === "right") return [];
	const fact = record.facts.get(size);
	const message = `\`${size}\` is ${fact?.kind === "known" && typeof fact.value === "object" ? digits(fact.value) : "?"}, but there are ${describeRange(rowsAsRead(roster.asRead))} members`;
	return [conflict(record, record.headers.get(size) ?? size, message)];
}
/** Derived values in conflict. The size is left out if another conflict was found before it; `before` counts those found so far. */
function derivedConflicts(evaluation, before) {
	const { pack, record } = evaluation;
	const found = [];
	for (const derived of pack.derived.values()) {
		if (!deriveValue(evaluation, derived.name).conflicting) continue;
		if (derived.name === pack.record.size && before + found.length > 0) continue;
		const message = `\`${derived.name}\` is in conflict: ${sourcesInWords(evaluation, derived)}`;
		found.push(conflict(record, fieldsOf(evaluation, derived), message));
	}
	return found;
}
/** Members whose given age differs from the age by their birth date. */
function ageConflicts(evaluation) {
	const { pack, record, roster } = evaluation;
	const ages = [...pack.memberFacts?.values() ?? []].filter((fact) => fact.completedYearsSince !== null);
	return (roster.kind === "rows" ? roster.rows : []).flatMap((row, index) => {
		const member = {
			row,
			number: index + 1
		};
		return ages.filter(({ name }) => memberValue(evaluation, member, name).conflicting).map((fact) => {
			const field = `members.${fact.name}`;
			return conflict(memberPlace(record, row, fact.name), record.headers.get(field) ?? field, ageConflict(evaluation, fact, member));
		});
	});
}
/** The given age and the age by the birth date. Of a personal age it says only that they differ. */
function ageConflict(evaluation, fact, member) {
	const shown = (years) => fact.personal ? "…" : years;
	const given = member.row?.facts.get(fact.name);
	const years = yearsOf(evaluation, member, fact);
	const says = years === null ? "" : `\`${fact.completedYearsSince}\` gives ${shown(describeRange(years))}`;
	const against = given?.kind === "known" && typeof given.value === "object" ? `is ${shown(digits(given.value))}, but ` : "is out of range: ";
	return `\`members[${member.number}].${fact.name}\` ${against}${says}`;
}
const fieldsOf = ({ pack, record }, derived) => {
	const own = derived.sources.some((source) => source.kind === "given") ? [derived.name] : [];
	const read = factsReadBy(pack, derived.sources.flatMap(expressionsOf));
	return [.../* @__PURE__ */ new Set([...own, ...read])].filter((name) => record.facts.get(name)?.kind === "known").map((name) => record.headers.get(name) ?? name).join("|") || derived.name;
};
/** The sources, and the declared range, that have nothing in common with another one. Ranges that all meet in pairs have one number in common. */
function sourcesInWords(evaluation, derived) {
	const says = [{
		who: "it must be",
		value: openValue(derived.declaration)
	}, ...derived.sources.map((source) => ({
		who: sourceName(source),
		value: sourceValue(evaluation, derived, source)
	})).filter(({ value }, index) => derived.sources[index]?.kind !== "given" || isClosed(value))];
	return says.filter((each) => says.some((other) => meetValues(each.value, other.value) === null)).map(({ who, value }) => `${who} ${valueInWords(value)}`).join(", ");
}
function sourceName(source) {
	switch (source.kind) {
		case "given": return "its own column says";
		case "expression": return `\`${printExpression(source.expression)}\` gives`;
		case "rounded": return `\`${printExpression(source.of)}\` (rounded) gives`;
	}
}
/** The pack's checks that fire on the record as it was read: `when` is true, and `unless` is not known to be true. */
function firingChecks(evaluation) {
	const read = evaluation.asRead ?? evaluation;
	return read.pack.checks.filter(({ when, unless }) => truthOf(read, when) === true && !(unless !== null && truthOf(read, unless) === true));
}
/** The findings of the checks that fire. */
function checksThatFire(evaluation) {
	const { pack, record } = evaluation;
	return firingChecks(evaluation).map((check) => checkFinding(pack, check, record, takenBy(evaluation, check)));
}
/** The finding of a check that fires; `taken` are the facts that it takes away from the record. */
const checkFinding = ({ id }, check, record, taken = []) => ({
	code: "check",
	check: check.id,
	severity: check.severity,
	message: check.message,
	why: `check \`${check.id}\` of ${id}: ${printExpression(check.when)}`,
	...taken.length === 0 ? {} : { help: countAsUnknown(taken) },
	at: {
		file: record.file,
		line: record.line,
		field: fieldOf(record, taken)
	}
});
/** Names under `gap` that the record says something about. They are the same for every record on which the check does the same. */
const takenBy = ({ takenAway }, check) => {
	const own = [...takenAway].filter(([, by]) => by.includes(check)).map(([name]) => unnumbered(name));
	return check.gap.filter((name) => own.includes(name));
};
const unnumbered = (name) => name.replace(/^members\[\d+\]/, "members");
const fieldOf = ({ headers }, names) => names.length === 0 ? null : names.map((name) => headers.get(name) ?? name).join("|");
function countAsUnknown(names) {
	const [first = "", ...others] = names.map((name) => `\`${name}\``);
	if (others.length === 0) return `find out what is right: until then ${first} counts as unknown`;
	return `find out what is right: until then ${`${[first, ...others.slice(0, -1)].join(", ")} and ${others[others.length - 1]}`} count as unknown`;
}
// src/engine/decide.ts
/**
* Decides over all that the selector and the criteria can still be. `codes` are the codes still possible; one empty text if there is no
* selector.
*/
function decide(decisions, codes, verdicts) {
	const firing = [...new Set(codes.map((code) => chainOf(decisions.tables.get(code) ?? [])))].map((chain) => rowsThatCanFire(chain, verdicts));
	const outcomes = new Set(firing.flatMap((places) => places.map(outcomeOf)));
	const possible = [...decisions.outcomes.keys()].filter((outcome) => outcomes.has(outcome));
	const reasons = reasonsOf(firing.flat(), verdicts);
	if (possible.length < 2) return {
		possible,
		turning: [],
		selectorTurns: false,
		reasons
	};
	const turning = new Set(firing.flatMap((places) => [...turningIn(places, verdicts)]));
	const [first = [], ...others] = firing;
	return {
		possible,
		turning: [...verdicts.keys()].filter((id) => turning.has(id)),
		selectorTurns: others.some((other) => differ(first, other, verdicts)),
		reasons
	};
}
function reasonsOf(places, verdicts) {
	return [...verdicts].filter(([, set]) => mustBeUnmet(set)).map(([id]) => id).filter((id) => places.some(({ chain, row }) => {
		const own = chain.rows[row];
		return own?.kind === "any-unmet" ? own.names.has(id) : (chain.firstNamed.get(id) ?? row) < row;
	}));
}
const outcomeOf = ({ chain, row }) => chain.rows[row]?.outcome ?? "";
const chainsKept = /* @__PURE__ */ new WeakMap();
function chainOf(table) {
	const kept = chainsKept.get(table);
	if (kept !== void 0) return kept;
	const rows = table.map(({ when, then }) => {
		const list = when.kind === "otherwise" ? [] : when.criteria;
		return {
			kind: when.kind,
			outcome: then,
			list,
			names: new Set(list)
		};
	});
	const firstNamed = /* @__PURE__ */ new Map();
	const firstAny = /* @__PURE__ */ new Map();
	for (const [row, { kind, list }] of rows.entries()) for (const id of list) {
		if (!firstNamed.has(id)) firstNamed.set(id, row);
		if (kind === "any-unmet" && !firstAny.has(id)) firstAny.set(id, row);
	}
	const chain = {
		rows,
		firstAny,
		firstNamed,
		allMet: [...rows.keys()].filter((row) => rows[row]?.kind === "all-met")
	};
	chainsKept.set(table, chain);
	return chain;
}
const canBeUnmet = (set) => set?.unmet ?? false;
const isUnknown = (set) => set?.unmet && (set.met || set.notApplicable);
const mustBeUnmet = (set) => set?.unmet && !set.met && !set.notApplicable;
/** Whether a criterion may not be unmet for this row to fire. */
function bars({ chain, row }, id) {
	const own = chain.rows[row];
	return (chain.firstAny.get(id) ?? row) < row || own?.kind === "all-met" && own.names.has(id);
}
/** The lists of which one criterion each must be unmet for a row to fire. */
function* listsBefore({ chain, row }) {
	for (const above of chain.allMet) {
		if (above >= row) break;
		yield chain.rows[above];
	}
	const own = chain.rows[row];
	if (own?.kind === "any-unmet") yield own;
}
function rowsThatCanFire(chain, verdicts) {
	let last = chain.rows.length - 1;
	for (const [id, set] of verdicts) if (mustBeUnmet(set)) last = Math.min(last, chain.firstAny.get(id) ?? last);
	return chain.rows.slice(0, last + 1).flatMap((own, row) => {
		const place = {
			chain,
			row
		};
		return (own.kind !== "all-met" || !own.list.some((id) => mustBeUnmet(verdicts.get(id)))) && canFireWith(place, place, null, verdicts) ? [place] : [];
	});
}
/**
* Whether two rows, each of which can fire, can both fire for one combination of all criteria but `id`; the first where `id` is not unmet and the second
* where it is. `null`: for one combination of all.
*/
function canFireWith(first, second, id, verdicts) {
	if (id !== null && bars(second, id)) return false;
	const isFree = (each) => each !== id && canBeUnmet(verdicts.get(each)) && !bars(first, each) && !bars(second, each);
	for (const { list } of listsBefore(first)) if (!list.some(isFree)) return false;
	for (const { list, names } of listsBefore(second)) if (!(id !== null && names.has(id)) && !list.some(isFree)) return false;
	return true;
}
/**
* The unknown criteria on which the outcome of a table depends, for some combination of all others. Where a criterion becomes unmet, the row
* that fires gives way only to the first "any unmet" row with its name, if that stands above, or if the row says "all met" of it, to a row below.
*/
function turningIn(places, verdicts) {
	const turning = /* @__PURE__ */ new Set();
	const [chain] = places.map((place) => place.chain);
	if (chain === void 0) return turning;
	for (const [id, row] of chain.firstAny) {
		if (!isUnknown(verdicts.get(id))) continue;
		const outcome = chain.rows[row]?.outcome;
		if (lastOfOther(places, outcome) > row) turning.add(id);
	}
	for (const [at, first] of places.entries()) {
		const own = chain.rows[first.row];
		if (own?.kind !== "all-met") continue;
		const below = places.slice(at + 1).filter((second) => outcomeOf(second) !== own.outcome);
		for (const id of own.list) if (isUnknown(verdicts.get(id)) && !turning.has(id)) {
			if (below.some((second) => canFireWith(first, second, id, verdicts))) turning.add(id);
		}
	}
	return turning;
}
/** The last row that can fire and gives another outcome; -1 if there is none. */
const lastOfOther = (places, outcome) => places.findLast((place) => outcomeOf(place) !== outcome)?.row ?? -1;
/** True if two tables give different outcomes, for some combination of criteria. */
const differ = (a, b, verdicts) => a.some((first) => b.some((second) => outcomeOf(first) !== outcomeOf(second) && canFireWith(first, second, null, verdicts)));
// src/engine/assess.ts
/** The date on which a record is judged: the option, else the record's own date, else the pack's. */
function asOfDate(pack, record, option) {
	if (option !== null) return {
		asOf: option,
		asOfFrom: "option"
	};
	const date = pack.record.date === null ? void 0 : record.facts.get(pack.record.date);
	if (date === void 0 || date.kind === "gap" && (date.reason === "blank" || date.reason === "absent")) return {
		asOf: pack.asOf,
		asOfFrom: "pack"
	};
	return {
		asOf: date.kind === "known" && typeof date.value === "string" ? date.value : null,
		asOfFrom: "record"
	};
}
/** Judges one record. Gives a decision that no later answer would change, or `verify` with what is missing. */
function assessRecord(pack, record, options) {
	const { asOf, asOfFrom } = asOfDate(pack, record, options.asOf);
	const evaluation = createEvaluation(pack, record, asOf);
	const sets = new Map(pack.criteria.map((criterion) => [criterion.id, judge(evaluation, criterion)]));
	const verdicts = new Map([...sets].map(([id, set]) => [id, verdictOf(set)]));
	const gaps = gapsOfUnknown(evaluation, verdicts);
	const codes = selectorCodes(evaluation);
	const outcome = decide(pack.decisions, codes, sets);
	const isDecided = outcome.possible.length === 1;
	const order = packOrder(evaluation);
	const open = isDecided ? [] : [...openGaps(evaluation, outcome, gaps).values()];
	const named = (isBlocked) => open.filter((gap) => gap.blocked === isBlocked).map((gap) => gap.name).sort(order);
	if (!isDecided && open.length === 0) throw new Error(`nothing would settle ${record.id} between ${outcome.possible.join(", ")}`);
	return {
		record,
		decision: (isDecided ? outcome.possible[0] : void 0) ?? "verify",
		possible: isDecided ? [] : outcome.possible,
		reasons: outcome.reasons,
		needs: named(false),
		blocked: named(true),
		assumed: assumedOf(record),
		takenAway: evaluation.takenAway,
		verdicts,
		gaps: new Map([...gaps].map(([id, each]) => [id, [...each.keys()].sort(order)])),
		outputs: new Map(pack.outputs.map((output) => [output.name, outputRange(evaluation, output)])),
		size: sizeOf(evaluation),
		asOf,
		asOfFrom,
		diagnostics: recordDiagnostics(evaluation)
	};
}
function gapsOfUnknown(evaluation, verdicts) {
	const unknown = evaluation.pack.criteria.filter(({ id }) => verdicts.get(id) === "unknown");
	return new Map(unknown.map((criterion) => [criterion.id, gapsOfCriterion(evaluation, criterion)]));
}
/** Codes that the selector can still be; one empty text if one table serves all. */
function selectorCodes(evaluation) {
	const { by } = evaluation.pack.decisions;
	if (by === null) return [""];
	const value = factValue(evaluation, by);
	return value.kind === "code" ? value.codes : [];
}
function openGaps(evaluation, outcome, gaps) {
	const { by } = evaluation.pack.decisions;
	const ofSelector = outcome.selectorTurns && by !== null ? gapsOfFact(evaluation, by) : /* @__PURE__ */ new Map();
	return unionOfGaps([ofSelector, ...outcome.turning.map((id) => gaps.get(id) ?? /* @__PURE__ */ new Map())]);
}
/** The values used for columns that the file lacks, as `risk=no` or `members.insured=yes`, in pack order. */
function assumedOf(record) {
	if (record.members?.kind !== "rows" && !hasAssumed(record.facts)) return NONE;
	const inFacts = (facts, prefix) => [...facts].flatMap(([name, fact]) => fact.kind === "known" && fact.assumed ? [`${prefix}${name}=${knownText(fact.value)}`] : []);
	const rows = record.members?.kind === "rows" ? record.members.rows : [];
	return [.../* @__PURE__ */ new Set([...inFacts(record.facts, ""), ...rows.flatMap((row) => inFacts(row.facts, "members."))])];
}
const NONE = [];
function hasAssumed(facts) {
	for (const fact of facts.values()) if (fact.kind === "known" && fact.assumed) return true;
	return false;
}
function outputRange(evaluation, output) {
	const range = rangeOf(evaluation, output.of);
	return output.per === null ? roundRange(range, output.step) : divideRange(range, rangeOf(evaluation, output.per), output.step);
}
function sizeOf(evaluation) {
	const { size } = evaluation.pack.record;
	if (size === null) return null;
	const value = evaluation.pack.derived.has(size) ? deriveValue(evaluation, size).value : factValue(evaluation, size);
	return value.kind === "number" ? pointOf(value.range) : null;
}
// src/testing/mutation/notices.ts
/** The checks that fire and the facts that they take away, as one text. */
const saidByChecks = (evaluation) => [...firingChecks(evaluation).map(({ id }) => id), ...evaluation.takenAway.keys()].join();
function hasSameValue(a, b, name, asOf) {
	const [before, after] = [a, b].map((pack) => {
		const parameter = pack.parameters.get(name);
		return parameter === void 0 ? null : valueInForce(parameter, asOf)?.value.toFixed() ?? null;
	});
	return before === after;
}
/** The gaps that keep a criterion open, as one text. */
const gapsIn = (evaluation, criterion) => [...gapsOfCriterion(evaluation, criterion).values()].map(({ name, blocked }) => `${name} ${blocked}`).sort().join();
const sameSets = (a, b) => a.met === b.met && a.unmet === b.unmet && a.notApplicable === b.notApplicable;
// src/testing/mutation/telling-record.ts
/** The candidates that tell a mutant from its pack; none if it is equivalent. */
function* tellingRecords(pack, mutant, assess = assessRecord) {
	const differs = (candidate) => seen(assess, pack, candidate) !== seen(assess, mutant.pack, candidate);
	if (mutant.touched.kind === "table") yield* tableDifferences(pack, mutant.touched.code, differs);
	for (const way of waysTo(pack, mutant)) yield* wayDifferences(pack, mutant, way, differs);
	for (const check of checksBehind(pack, mutant)) yield* checkDifferences(pack, mutant, check, differs);
}
/** The checks that can take other facts away under a mutant. */
function checksBehind(pack, { touched }) {
	switch (touched.kind) {
		case "criterion":
		case "table": return [];
		case "check": return takingChecks(pack).filter(({ id }) => id === touched.id);
		case "derived": return takingChecks(pack).filter(({ when }) => dependsOn(pack, when, "derived", touched.through.derived));
		case "parameter": return takingChecks(pack).filter(({ when }) => dependsOn(pack, when, "parameter", touched.name));
	}
}
/** Candidates for which the check says something else under the mutant, and the decision, a verdict or a need differs. */
function* checkDifferences(pack, mutant, check, differs) {
	const criterion = asCriterion(check);
	const way = {
		criterion,
		through: mutant.touched.kind === "derived" ? mutant.touched.through : null
	};
	for (const candidate of candidatesFor([pack, mutant.pack], way, datesFor(pack, mutant, criterion))) {
		const { record, asOf } = candidate;
		const [before, after] = [pack, mutant.pack].map((each) => saidByChecks(createEvaluation(each, record, asOf)));
		if (before === after) continue;
		for (const rest of [[], ...restsOf(pack)]) {
			const whole = withRest(pack, candidate, rest);
			if (differs(whole)) yield {
				...whole,
				criteria: criteriaReading(pack, check)
			};
		}
	}
}
/** The criteria, and the sources of their derived values, that show a mutant. */
function waysTo(pack, { touched }) {
	switch (touched.kind) {
		case "table":
		case "check": return [];
		case "criterion": return pack.criteria.filter(({ id }) => id === touched.id).map((criterion) => ({
			criterion,
			through: null
		}));
		case "derived": {
			const { through } = touched;
			return criteriaBehind(pack, "derived", through.derived).map((criterion) => ({
				criterion,
				through
			}));
		}
		case "parameter": {
			const { name } = touched;
			return rootsOf(pack).filter(({ expression }) => readsOf(pack, expression).some((read) => read !== "members" && read.kind === "parameter" && read.name === name)).flatMap(({ criterion, through }) => {
				if (criterion !== null) return [{
					criterion,
					through
				}];
				if (through === null) return [];
				return criteriaBehind(pack, "derived", through.derived).map((each) => ({
					criterion: each,
					through
				}));
			});
		}
	}
}
function* wayDifferences(pack, mutant, way, differs) {
	const { criterion } = way;
	const after = mutant.pack.criteria.find(({ id }) => id === criterion.id) ?? criterion;
	for (const candidate of candidatesFor([pack, mutant.pack], way, datesFor(pack, mutant, criterion))) {
		const { record, asOf } = candidate;
		const evaluations = [createEvaluation(pack, record, asOf), createEvaluation(mutant.pack, record, asOf)];
		const [a, b] = [judge(evaluations[0], criterion), judge(evaluations[1], after)];
		if (verdictOf(a) !== verdictOf(b)) {
			yield {
				...candidate,
				criteria: [criterion.id]
			};
			continue;
		}
		if (sameSets(a, b) && (verdictOf(a) !== "unknown" || gapsIn(evaluations[0], criterion) === gapsIn(evaluations[1], after))) continue;
		for (const rest of [[], ...restsOf(pack)]) {
			const whole = withRest(pack, candidate, rest);
			if (differs(whole)) yield {
				...whole,
				criteria: [criterion.id]
			};
		}
	}
}
/** The dates on which another value is in force, if the mutant changes or moves a value; else all dates that matter to the criterion. */
function datesFor(pack, mutant, criterion) {
	const { touched } = mutant;
	const after = mutant.pack.criteria.find(({ id }) => id === criterion.id) ?? criterion;
	const dates = [...datesOfCriterion(pack, criterion), ...datesOfCriterion(mutant.pack, after)];
	const beside = dates.flatMap((date) => date === null ? [] : [dayBeside(date, -1), dayBeside(date, 1)]);
	if (touched.kind === "parameter") return [.../* @__PURE__ */ new Set([...dates, ...beside])].filter((date) => !hasSameValue(pack, mutant.pack, touched.name, date));
	return [...new Set(mutant.kind === "effective-date" ? [...dates, ...beside] : dates)];
}
/** The facts of the best record for each code of the selector: one with as few unmet criteria as possible. They complete a candidate. */
function restsOf(pack) {
	const best = /* @__PURE__ */ new Map();
	for (const { code, unmet, witness } of combinationsIn(pack)) {
		const known = best.get(code);
		if (known === void 0 || unmet.size < known.unmet) best.set(code, {
			unmet: unmet.size,
			witness
		});
	}
	return [...best.values()].map(({ witness }) => witness);
}
function withRest(pack, { asOf, chosen }, rest) {
	const own = new Set(chosen.map(({ fact }) => fact));
	return candidateOf(pack, asOf, [...chosen, ...rest.filter(({ fact }) => !own.has(fact))]);
}
/** Decision, verdicts and needs of a candidate, as one text. */
function seen(assess, pack, { record, asOf }) {
	const { decision, possible, verdicts, needs, blocked } = assess(pack, record, { asOf });
	return JSON.stringify([
		decision,
		possible,
		[...verdicts],
		[...needs].sort(),
		[...blocked].sort()
	]);
}
/** Combinations of verdicts with another decision, then those with a gap that makes another need. */
function* tableDifferences(pack, code, differs) {
	const own = combinationsIn(pack).filter((each) => each.code === code);
	for (const { asOf, witness } of own) {
		const candidate = candidateOf(pack, asOf, witness);
		if (differs(candidate)) yield {
			...candidate,
			criteria: []
		};
	}
	for (const { asOf, witness } of own) for (const { fact } of witness) {
		const candidate = candidateOf(pack, asOf, witness.map((each) => each.fact === fact ? openChoice(fact) : each));
		if (differs(candidate)) yield {
			...candidate,
			criteria: []
		};
	}
}
const openChoice = (fact) => fact === "members" ? {
	fact: "members",
	rows: null
} : {
	fact,
	value: null
};
// scratch/prof.ts
const p = process.argv[2];
const loaded = await loadPack(p);
const m = mutantsOf(loaded.pack);
console.log(m.length);
let t0 = performance.now();
for (const each of m) {
	const t = performance.now();
	const [f] = tellingRecords(loaded.pack, each);
	const d = performance.now() - t;
	console.log(f ? "found" : "NONE", d.toFixed(0), each.id, each.words);
}
console.log(performance.now() - t0);
export {};
