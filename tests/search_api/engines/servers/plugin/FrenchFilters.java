package atlas;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/** The filters of Elasticsearch's module analysis-common that our mapping names, over the same Lucene classes. */
public class FrenchFilters extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
            "elision", requiresSettings((index, env, name, s) -> {
                CharArraySet articles = new CharArraySet(s.getAsList("articles"), s.getAsBoolean("articles_case", false));
                return filter(name, in -> new ElisionFilter(in, articles));
            }),
            "asciifolding", (index, env, name, s) -> filter(name, ASCIIFoldingFilter::new),
            "stemmer", requiresSettings((index, env, name, s) -> {
                if (!s.get("language", "").toLowerCase(Locale.ROOT).equals("light_french"))
                    throw new IllegalArgumentException("only light_french is here");
                return filter(name, FrenchLightStemFilter::new);
            }),
            "stemmer_override", requiresSettings((index, env, name, s) -> {
                StemmerOverrideFilter.Builder rules = new StemmerOverrideFilter.Builder(false);
                for (String rule : s.getAsList("rules")) {
                    String[] sides = rule.split("=>");
                    for (String word : sides[0].split(",")) rules.add(word.strip(), sides[1].strip());
                }
                StemmerOverrideFilter.StemmerOverrideMap map = rules.build();
                return filter(name, in -> new StemmerOverrideFilter(in, map));
            }),
            "edge_ngram", requiresSettings((index, env, name, s) -> {
                int min = s.getAsInt("min_gram", 1), max = s.getAsInt("max_gram", 2);
                return filter(name, in -> new EdgeNGramTokenFilter(in, min, max, s.getAsBoolean("preserve_original", false)));
            }),
            "synonym_graph", requiresSettings((index, env, name, s) -> new Synonyms(name, s)));
    }

    private static AnalysisProvider<TokenFilterFactory> requiresSettings(AnalysisProvider<TokenFilterFactory> provider) {
        return AnalysisPlugin.requiresAnalysisSettings(provider);
    }

    private static TokenFilterFactory filter(String name, UnaryOperator<TokenStream> over) {
        return new TokenFilterFactory() {
            @Override public String name() { return name; }
            @Override public TokenStream create(TokenStream in) { return over.apply(in); }
        };
    }

    /** Reads its rules through the filters that stand before it, as the genuine one does. */
    private record Synonyms(String name, Settings settings) implements TokenFilterFactory {
        @Override public TokenStream create(TokenStream in) { throw new IllegalStateException("needs its chain"); }

        @Override
        public TokenFilterFactory getChainAwareTokenFilterFactory(IndexCreationContext context, TokenizerFactory tokenizer,
                List<CharFilterFactory> charFilters, List<TokenFilterFactory> before, Function<String, TokenFilterFactory> all) {
            try (var chain = new CustomAnalyzer(tokenizer, charFilters.toArray(CharFilterFactory[]::new),
                    before.toArray(TokenFilterFactory[]::new))) {
                SolrSynonymParser parser = new SolrSynonymParser(true, settings.getAsBoolean("expand", true), chain);
                parser.parse(new StringReader(String.join("\n", settings.getAsList("synonyms"))));
                SynonymMap map = parser.build();
                return filter(name, in -> map.fst == null ? in : new SynonymGraphFilter(in, map, false));
            } catch (Exception wrong) {
                throw new IllegalArgumentException("synonyms of " + name, wrong);
            }
        }
    }
}
