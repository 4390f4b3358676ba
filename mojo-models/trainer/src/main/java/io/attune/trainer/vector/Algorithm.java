package io.attune.trainer.vector;

/** What can learn; the names are those of the definitions. */
public enum Algorithm {
    GBM,
    XGBOOST,
    /** XGBoost that grows the leaf of the most loss first, as LightGBM does. */
    LIGHTGBM,
    GLM,
    DRF,
    DEEPLEARNING
}
