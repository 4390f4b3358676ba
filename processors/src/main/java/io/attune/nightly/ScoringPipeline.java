package io.attune.nightly;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.config.ProcessingGuarantee;
import com.hazelcast.jet.pipeline.BatchSource;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.ServiceFactories;
import com.hazelcast.jet.pipeline.ServiceFactory;
import com.hazelcast.jet.pipeline.Sinks;
import com.hazelcast.jet.pipeline.SourceBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * A run as a Jet job. It ships nothing but the run's id and the numbers of its chunks: each member scores with the
 * {@link ChunkScorer} that it keeps in its own user context. When a member dies, Jet starts the job again on those that are
 * left, and the job asks the database which chunks remain.
 */
final class ScoringPipeline {
    private static final String SCORER = "attune.nightly";
    private static final int CHUNKS_AT_ONCE = 2;

    private ScoringPipeline() {}

    /** Lets a member take part. */
    static void join(HazelcastInstance member, ChunkScorer scorer) {
        member.getUserContext().put(SCORER, scorer);
    }

    static String name(UUID run) {
        return "attune score " + run;
    }

    static JobConfig configuration(UUID run) {
        return new JobConfig()
                .setName(name(run))
                .setProcessingGuarantee(ProcessingGuarantee.NONE)
                .setAutoScaling(true);
    }

    static Pipeline of(UUID run) {
        BatchSource<Integer> remaining = SourceBuilder.batch(
                        "chunks that remain", context -> remaining(context.hazelcastInstance(), run))
                .<Integer>fillBufferFn((chunks, buffer) -> {
                    chunks.forEach(buffer::add);
                    buffer.close();
                })
                .build();
        ServiceFactory<?, ChunkScorer> scorers = ServiceFactories.sharedService(
                        context -> scorer(context.hazelcastInstance()))
                .toNonCooperative();
        Pipeline pipeline = Pipeline.create();
        pipeline.readFrom(remaining)
                .rebalance()
                .mapUsingService(scorers, (scorer, chunk) -> scorer.score(run, chunk))
                .setLocalParallelism(CHUNKS_AT_ONCE)
                .setName("score")
                .writeTo(Sinks.noop());
        return pipeline;
    }

    private static Deque<Integer> remaining(HazelcastInstance member, UUID run) {
        return new ArrayDeque<>(scorer(member).remaining(run));
    }

    private static ChunkScorer scorer(HazelcastInstance member) {
        Object scorer = member.getUserContext().get(SCORER);
        if (scorer == null) {
            throw new IllegalStateException(
                    member.getName() + " is still starting; the run is taken up again when it has");
        }
        return (ChunkScorer) scorer;
    }
}
